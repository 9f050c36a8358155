package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.GATE;
import static io.lappet.processor.model.Vocabulary.GATES;
import static io.lappet.processor.model.Vocabulary.LIMITS;
import static io.lappet.processor.model.Vocabulary.LOCK_OWNER;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.MONITORS;
import static io.lappet.processor.model.Vocabulary.PERMITS;
import static io.lappet.processor.model.Vocabulary.WEAVING;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.GuardUse;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.KeyUse;
import io.lappet.processor.model.LockModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.PathModel;
import io.lappet.processor.model.PermitUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes one call of a method that waits: for a gate, a permit, locks, a guard. For instance
 *
 * <pre>{@code
 * Monitor lock = balanceLock;
 * if (lock == null) { // still constructing: not shared yet
 *   super.deposit(cents);
 *   return;
 * }
 * lock.enter();
 * try {
 *   super.deposit(cents);
 * } finally {
 *   lock.exit();
 * }
 * }</pre>
 */
final class GuardedCode {
  private final GuardedModel guarded;
  private final Fields fields;
  private final Parameters parameters;
  private final CodeBlock body;
  private final String call;

  private final List<CodeBlock> variables = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private Optional<String> own = Optional.empty();
  private boolean usesShared;

  /** What comes before the rest of a call, and what after it, on every way out. */
  private record Piece(List<CodeBlock> before, Optional<CodeBlock> after) {}

  /**
   * Begins.
   *
   * @param body the statement that calls the user's method
   * @param call the call, as messages name it
   */
  GuardedCode(
      GuardedModel guarded, Fields fields, Parameters parameters, CodeBlock body, String call) {
    this.guarded = guarded;
    this.fields = fields;
    this.parameters = parameters;
    this.body = body;
    this.call = call;
  }

  CodeBlock code() {
    guarded.gate().ifPresent(use -> addGate(use.gate()));
    guarded.permit().ifPresent(this::addPermit);
    guarded.hold().ifPresent(this::addLocks);
    CodeBlock.Builder code = CodeBlock.builder();
    variables.forEach(code::addStatement);
    if (!usesShared) {
      own.ifPresent(variable -> addUnshared(code, variable));
    }
    addRest(code, 0);
    return code.build();
  }

  private void addUnshared(CodeBlock.Builder code, String variable) {
    code.add("if ($N == null) { // still constructing: not shared yet\n$>", variable)
        .addStatement(body);
    if (guarded.signature().isVoid()) {
      code.addStatement("return");
    }
    code.add("$<}\n");
  }

  private void addRest(CodeBlock.Builder code, int done) {
    if (done == pieces.size()) {
      code.addStatement(body);
      return;
    }
    Piece piece = pieces.get(done);
    piece.before.forEach(code::addStatement);
    if (piece.after.isEmpty()) {
      addRest(code, done + 1);
    } else {
      code.beginControlFlow("try");
      addRest(code, done + 1);
      code.nextControlFlow("finally").addStatement(piece.after.get()).endControlFlow();
    }
  }

  private void addGate(Handle gate) {
    CodeBlock target = gate instanceof Handle.Own
        ? CodeBlock.of("$N", own(GATE, "gate", fields.gate(gate.text())))
        : reach(gate);
    String verb = guarded.interruptible() ? "awaitInterruptibly" : "await";
    CodeBlock wait = CodeBlock.of("$T.$L($L)", GATES, verb, arguments(target, Wait.GATE));
    pieces.add(new Piece(List.of(wait), Optional.empty()));
  }

  private void addPermit(PermitUse use) {
    List<CodeBlock> before = new ArrayList<>();
    String permits;
    if (use instanceof PermitUse.OfMethod alone) {
      permits = own(PERMITS, "permits", fields.permits(guarded, alone.shape()));
    } else {
      Handle shared = ((PermitUse.OfAll) use).permits();
      if (shared instanceof Handle.Own) {
        permits = own(PERMITS, "permits", fields.permits(shared.text()));
      } else {
        permits = parameters.variable("permits");
        before.add(CodeBlock.of("$T $N = $L", PERMITS, permits, reach(shared)));
      }
    }
    String verb = guarded.interruptible() ? "enterInterruptibly" : "enter";
    CodeBlock arguments = arguments(CodeBlock.of("$N", permits), Wait.LIMIT);
    before.add(CodeBlock.of("$T.$L($L)", LIMITS, verb, arguments));
    pieces.add(new Piece(before, Optional.of(CodeBlock.of("$T.exit($N)", LIMITS, permits))));
  }

  private void addLocks(HoldModel hold) {
    if (!hold.isOwn()) {
      addLocksOfOthers(hold);
    } else if (hold.locks().size() > 1) {
      String locks = own(MONITORS, "locks", fields.lockSet(hold));
      addEnterAndExit(List.of(), CodeBlock.of("$N", locks), "", CodeBlock.of(""));
    } else {
      addOwnLock(hold, fields.lockModel(hold.names().get(0)));
    }
  }

  private void addOwnLock(HoldModel hold, LockModel lock) {
    String field = fields.lock(lock.name());
    if (hold.key().isPresent()) {
      String keys = own(Fields.type(lock), "keys", field);
      addKeyed(CodeBlock.of("$N", keys), hold.key().get());
      return;
    }
    CodeBlock target = CodeBlock.of("$N", own(Fields.type(lock), "lock", field));
    if (lock.kind() == LockModel.Kind.READ_WRITE && !hold.read()) {
      target = CodeBlock.of("$L.writeLock()", target);
    }
    String side = hold.read() ? "Read" : "";
    addEnterAndExit(List.of(), target, side, CodeBlock.of(""));
  }

  /** One of many locks; the key is asked for once. */
  private void addKeyed(CodeBlock keys, KeyUse key) {
    CodeBlock way = PathCode.of(key.path(), parameters);
    if (isReference(key.path())) {
      addEnterAndExit(List.of(), keys, "", way);
    } else {
      String variable = parameters.variable("key");
      CodeBlock once = CodeBlock.of("$T $N = $L", Object.class, variable, way);
      addEnterAndExit(List.of(once), keys, "", CodeBlock.of("$N", variable));
    }
  }

  /** Whether to name it again costs nothing: a parameter that need not be boxed. */
  private boolean isReference(PathModel path) {
    return path.hops().size() == 1
        && path.first().kind() == PathModel.Kind.PARAMETER
        && guarded.signature().parameters().stream()
            .filter(parameter -> parameter.name().equals(path.first().name()))
            .noneMatch(parameter -> parameter.type().isPrimitive());
  }

  /** Locks of which some are those of another object: one of each call. */
  private void addLocksOfOthers(HoldModel hold) {
    List<CodeBlock> each = hold.locks().stream().map(this::monitor).toList();
    String locks = parameters.variable("locks");
    CodeBlock together =
        CodeBlock.of("$1T $2N = $1T.of($3L)", MONITORS, locks, CodeBlock.join(each, ", "));
    addEnterAndExit(List.of(together), CodeBlock.of("$N", locks), "", CodeBlock.of(""));
  }

  private CodeBlock monitor(LockUse use) {
    if (use.lock() instanceof Handle.Own) {
      String field = fields.lock(use.name());
      return fields.isShared(field) ? readyMonitor(use.name()) : fields.monitorOrNull(use.name());
    }
    if (use.lock() instanceof Handle.OfOwner other) {
      return CodeBlock.of(
          "$T.lockOf($L, $S)", LOCK_OWNER, PathCode.of(other.owner(), parameters), other.lock());
    }
    Handle.Path path = (Handle.Path) use.lock();
    String side = path.readWrite() ? ".writeLock()" : "";
    return CodeBlock.of("$T.behind($L$L)", MONITOR, reach(path), side);
  }

  /**
   * Adds taking and giving back.
   *
   * @param side what the methods for one side of the lock are called, besides "enter"
   * @param key the key, or nothing
   */
  private void addEnterAndExit(
      List<CodeBlock> first, CodeBlock target, String side, CodeBlock key) {
    List<CodeBlock> before = new ArrayList<>(first);
    before.add(CodeBlock.of("$L.$L", target, enter(side, key)));
    CodeBlock exit = CodeBlock.of("$L.exit$L($L)", target, side, key);
    pieces.add(new Piece(before, Optional.of(exit)));
  }

  private CodeBlock enter(String side, CodeBlock key) {
    String verb = guarded.guard().isPresent() ? "enterWhen" : "enter" + side;
    String name = verb + (guarded.interruptible() ? "Interruptibly" : "");
    List<CodeBlock> arguments = new ArrayList<>();
    Optional.of(key).filter(it -> !it.isEmpty()).ifPresent(arguments::add);
    guarded.guard().ifPresent(guard -> arguments.add(condition(guard)));
    limit(Wait.LOCK).ifPresent(arguments::add);
    limit(Wait.GUARD).ifPresent(arguments::add);
    if (guarded.guard().isPresent() || limit(Wait.LOCK).isPresent()) {
      arguments.add(CodeBlock.of("$S", call));
    }
    return CodeBlock.of("$L($L)", name, CodeBlock.join(arguments, ", "));
  }

  private CodeBlock condition(GuardUse guard) {
    return fields
        .guard(guarded)
        .map(field -> CodeBlock.of("$N", field))
        .orElseGet(() -> CodeBlock.of(
            "() -> $L$N($L)", guard.negated() ? "!" : "", guard.method(), parameters.given()));
  }

  /** The constant with the time of a wait. */
  private Optional<CodeBlock> limit(Wait wait) {
    return fields.timeout(guarded, wait).map(constant -> CodeBlock.of("$N", constant));
  }

  /** The arguments of a wait: what is waited for, how long, and who waits. */
  private CodeBlock arguments(CodeBlock target, Wait wait) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(target));
    limit(wait).ifPresent(arguments::add);
    arguments.add(CodeBlock.of("$S", call));
    return CodeBlock.join(arguments, ", ");
  }

  private CodeBlock reach(Handle handle) {
    return PathCode.of(((Handle.Path) handle).path(), parameters);
  }

  /** A variable with the value of a field, which is null while the user's constructor runs. */
  private String own(ClassName type, String wanted, String field) {
    String variable = parameters.variable(wanted);
    boolean isShared = fields.isShared(field);
    CodeBlock value = isShared ? ready(field) : CodeBlock.of("$N", field);
    variables.add(CodeBlock.of("$T $N = $L", type, variable, value));
    usesShared |= isShared;
    own = Optional.of(own.orElse(variable));
    return variable;
  }

  private CodeBlock readyMonitor(String lock) {
    boolean isPlain = fields.lockModel(lock).kind() == LockModel.Kind.PLAIN;
    return CodeBlock.of("$L$L", ready(fields.lock(lock)), isPlain ? "" : ".writeLock()");
  }

  /** Others use it too, so a constructor cannot do without it. */
  private CodeBlock ready(String field) {
    return CodeBlock.of("$T.ready($N, $S)", WEAVING, field, call);
  }
}
