package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.LOCK_OWNER;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.MONITORS;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_MONITOR;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes how one call takes its locks, waits for its guard, and gives the locks back. */
final class LockCode {
  private static final CodeBlock NO_KEY = CodeBlock.of("");

  private final GuardedModel guarded;
  private final Fields fields;
  private final TimeoutFields timeouts;
  private final LockFields locks;
  private final Parameters parameters;
  private final Frame frame;
  private final CodeBlock superCall;
  private final String call;

  /**
   * Begins.
   *
   * @param frame what the locks are put into
   * @param superCall the call of the user's method
   * @param call the call, as messages name it
   */
  LockCode(
      GuardedModel guarded,
      Fields fields,
      Parameters parameters,
      Frame frame,
      CodeBlock superCall,
      String call) {
    this.guarded = guarded;
    this.fields = fields;
    this.timeouts = fields.timeouts();
    this.locks = fields.locks();
    this.parameters = parameters;
    this.frame = frame;
    this.superCall = superCall;
    this.call = call;
  }

  void add(HoldModel hold) {
    if (!hold.isOwn()) {
      addLocksOfOthers(hold);
    } else if (hold.locks().size() > 1) {
      addEnterAndExit(frame.own(MONITORS, "locks", locks.set(hold)), "", NO_KEY);
    } else {
      LockModel lock = locks.model(hold.names().get(0));
      boolean keyed = lock.kind() == LockModel.Kind.KEYED;
      String field = locks.field(lock.name());
      CodeBlock target = frame.own(LockFields.type(lock), keyed ? "keys" : "lock", field);
      addOwnLock(hold, lock, target);
    }
  }

  private void addOwnLock(HoldModel hold, LockModel lock, CodeBlock target) {
    if (hold.key().isPresent()) {
      addEnterAndExit(target, "", key(hold.key().get()));
    } else if (hold.read()) {
      if (hold.repeatable() && !guarded.interruptible()) {
        addOptimistic(target);
      }
      addEnterAndExit(target, "Read", NO_KEY);
    } else {
      boolean isPlain = lock.kind() == LockModel.Kind.PLAIN;
      addEnterAndExit(CodeBlock.of(isPlain ? "$L" : "$L.writeLock()", target), "", NO_KEY);
    }
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * long stamp = lock.optimisticRead();
   * int result = super.size();
   * if (lock.isStill(stamp)) { // nobody wrote meanwhile
   *   return result;
   * }
   * }</pre>
   */
  private void addOptimistic(CodeBlock lock) {
    CodeBlock stamp = frame.variable("stamp");
    CodeBlock result = frame.variable("result");
    frame.code(CodeBlock.builder()
        .addStatement("long $L = $L.optimisticRead()", stamp, lock)
        .addStatement("$T $L = $L", guarded.signature().returns(), result, superCall)
        .add("if ($L.isStill($L)) { // nobody wrote meanwhile\n$>", lock, stamp)
        .addStatement("return $L", result)
        .add("$<}\n")
        .build());
  }

  /** The key, which is asked for once. */
  private CodeBlock key(KeyUse use) {
    CodeBlock way = PathCode.of(use.path(), parameters);
    if (isReference(use.path())) {
      return way;
    }
    CodeBlock key = frame.variable("key");
    frame.before(CodeBlock.of("$T $L = $L", Object.class, key, way));
    return key;
  }

  /** Whether to name it again costs nothing: a parameter that need not be boxed. */
  private boolean isReference(PathModel path) {
    return path.hops().size() == 1
        && guarded.signature().parameters().stream()
            .filter(parameter -> parameter.name().equals(path.first().name()))
            .noneMatch(parameter -> parameter.type().isPrimitive());
  }

  /** Locks of which some are those of another object: one of each call. */
  private void addLocksOfOthers(HoldModel hold) {
    List<CodeBlock> each =
        hold.locks().stream().map(use -> enterable(use, hold.read())).toList();
    CodeBlock locks = frame.variable("locks");
    CodeBlock made = CodeBlock.of("$T $L = $T.of", MONITORS, locks, MONITORS);
    frame.before(Arguments.of(made, each));
    addEnterAndExit(locks, "", NO_KEY);
  }

  private CodeBlock enterable(LockUse use, boolean read) {
    if (use.lock() instanceof Handle.Own) {
      return fields.isShared(locks.field(use.name()))
          ? CodeBlock.of("$L$L", frame.ready(locks.field(use.name())), locks.side(use.name(), read))
          : locks.enterableOrNull(use.name(), read);
    }
    if (use.lock() instanceof Handle.OfOwner other) {
      CodeBlock owner = PathCode.of(other.owner(), parameters);
      String ask = read ? "readingOf" : "lockOf";
      return CodeBlock.of("$T.$L($L, $S)", LOCK_OWNER, ask, owner, other.lock());
    }
    Handle.Path path = (Handle.Path) use.lock();
    CodeBlock handle = PathCode.of(path.path(), parameters);
    ClassName type = path.readWrite() ? READ_WRITE_MONITOR : MONITOR;
    String exclusive = path.readWrite() ? ".writeLock()" : "";
    return CodeBlock.of("$T.behind($L)$L", type, handle, read ? ".reading()" : exclusive);
  }

  /**
   * Adds taking and giving back.
   *
   * @param side what the methods for one side of the lock are called, besides "enter"
   */
  private void addEnterAndExit(CodeBlock target, String side, CodeBlock key) {
    String verb = guarded.guard().isPresent() ? "enterWhen" : "enter" + side;
    String interruptibly = guarded.interruptible() ? "Interruptibly" : "";
    CodeBlock method = CodeBlock.of("$L.$L$L", target, verb, interruptibly);
    CodeBlock exit = CodeBlock.of("$L.exit$L($L)", target, side, key);
    frame.around(Arguments.of(method, arguments(key)), exit);
  }

  private List<CodeBlock> arguments(CodeBlock key) {
    List<CodeBlock> arguments = new ArrayList<>();
    Optional.of(key).filter(it -> !it.isEmpty()).ifPresent(arguments::add);
    guarded.guard().ifPresent(guard -> arguments.add(condition(guard)));
    Optional<CodeBlock> lockLimit = timeouts.of(guarded, Wait.LOCK);
    Optional<CodeBlock> guardLimit = timeouts.of(guarded, Wait.GUARD);
    lockLimit.ifPresent(arguments::add);
    guardLimit.ifPresent(arguments::add);
    if (guarded.guard().isPresent() && lockLimit.isPresent() && guardLimit.isEmpty()) {
      arguments.add(CodeBlock.of("null"));
    }
    if (guarded.guard().isPresent() || lockLimit.isPresent()) {
      arguments.add(CodeBlock.of("$S", call));
    }
    return arguments;
  }

  private CodeBlock condition(GuardUse guard) {
    return fields
        .guard(guarded)
        .map(field -> CodeBlock.of("$N", field))
        .orElseGet(() -> CodeBlock.of(
            "() -> $L$N($L)", guard.negated() ? "!" : "", guard.method(), parameters.given()));
  }
}
