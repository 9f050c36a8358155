package io.lappet.processor.write;

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

  private final Parameters parameters;
  private final Fields fields;
  private final String name;
  private final CodeBlock call;
  private final boolean isVoid;
  private final List<CodeBlock> variables = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private Optional<String> first = Optional.empty();
  private boolean needsShared;

  /**
   * Begins with the {@code call} alone.
   *
   * @param name the call, as messages name it
   */
  Frame(Parameters parameters, Fields fields, String name, CodeBlock call, boolean isVoid) {
    this.parameters = parameters;
    this.fields = fields;
    this.name = name;
    this.call = call;
    this.isVoid = isVoid;
  }

  /**
   * A variable with the value of a field, which is null while the user's constructor runs. Nobody
   * shares the object then, but others may hold what is shared anyway: then the call cannot be made.
   */
  CodeBlock own(ClassName type, String wanted, String field) {
    String variable = parameters.variable(wanted);
    CodeBlock value =
        fields.isShared(field) ? fields.ready(field, name) : CodeBlock.of("$N", field);
    variables.add(CodeBlock.of("$T $N = $L", type, variable, value));
    first = Optional.of(first.orElse(variable));
    needsShared |= fields.isShared(field);
    return CodeBlock.of("$N", variable);
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
    first.filter(variable -> !needsShared).ifPresent(variable -> addUnshared(code, variable));
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
    return isVoid ? call : CodeBlock.of("return $L", call);
  }
}
