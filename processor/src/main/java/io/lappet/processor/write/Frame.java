package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.WEAVING;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call with what is done before and after it, one inside the other:
 *
 * <pre>{@code
 * Monitor lock = balanceLock;
 * if (lock == null) { // still constructing: not shared yet
 *   return super.balance();
 * }
 * lock.enter();
 * try {
 *   return super.balance();
 * } finally {
 *   lock.exit();
 * }
 * }</pre>
 */
final class Frame {
  private record Piece(CodeBlock before, Optional<CodeBlock> after) {}

  private final Fields fields;
  private final Parameters parameters;
  private final CodeBlock superCall;
  private final boolean isVoid;
  private final String call;
  private final List<CodeBlock> variables = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private Optional<String> first = Optional.empty();
  private boolean usesShared;

  /**
   * Begins with the call of the user's method alone.
   *
   * @param call the call, as messages name it
   */
  Frame(Fields fields, Parameters parameters, CodeBlock superCall, boolean isVoid, String call) {
    this.fields = fields;
    this.parameters = parameters;
    this.superCall = superCall;
    this.isVoid = isVoid;
    this.call = call;
  }

  /** A variable with the value of a field, which is null while the user's constructor runs. */
  CodeBlock own(ClassName type, String wanted, String field) {
    String variable = parameters.variable(wanted);
    boolean isShared = fields.isShared(field);
    CodeBlock value = isShared ? ready(field) : CodeBlock.of("$N", field);
    variables.add(CodeBlock.of("$T $N = $L", type, variable, value));
    usesShared |= isShared;
    first = Optional.of(first.orElse(variable));
    return CodeBlock.of("$N", variable);
  }

  /** The value of a field that others use too, so that a constructor cannot do without it. */
  CodeBlock ready(String field) {
    return CodeBlock.of("$T.ready($N, $S)", WEAVING, field, call);
  }

  /** A variable that no parameter hides; {@code code} says how it is declared. */
  CodeBlock variable(String wanted) {
    return CodeBlock.of("$N", parameters.variable(wanted));
  }

  /** Puts a statement before the call, inside everything that was added earlier. */
  void before(CodeBlock statement) {
    code(CodeBlock.builder().addStatement(statement).build());
  }

  /** The same with several statements. */
  void code(CodeBlock statements) {
    pieces.add(new Piece(statements, Optional.empty()));
  }

  /** Puts a statement before the call, and one after it on every way out. */
  void around(CodeBlock before, CodeBlock after) {
    CodeBlock statement = CodeBlock.builder().addStatement(before).build();
    pieces.add(new Piece(statement, Optional.of(after)));
  }

  CodeBlock code() {
    CodeBlock.Builder code = CodeBlock.builder();
    variables.forEach(code::addStatement);
    if (!usesShared) {
      first.ifPresent(variable -> addUnshared(code, variable));
    }
    addRest(code, 0);
    return code.build();
  }

  private void addUnshared(CodeBlock.Builder code, String variable) {
    code.add("if ($N == null) { // still constructing: not shared yet\n$>", variable)
        .addStatement(body());
    if (isVoid) {
      code.addStatement("return");
    }
    code.add("$<}\n");
  }

  private void addRest(CodeBlock.Builder code, int done) {
    if (done == pieces.size()) {
      code.addStatement(body());
      return;
    }
    Piece piece = pieces.get(done);
    code.add(piece.before);
    if (piece.after.isEmpty()) {
      addRest(code, done + 1);
    } else {
      code.beginControlFlow("try");
      addRest(code, done + 1);
      code.nextControlFlow("finally").addStatement(piece.after.get()).endControlFlow();
    }
  }

  private CodeBlock body() {
    return isVoid ? superCall : CodeBlock.of("return $L", superCall);
  }
}
