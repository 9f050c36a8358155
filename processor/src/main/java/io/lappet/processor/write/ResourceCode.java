package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.LIMITS;
import static io.lappet.processor.model.Vocabulary.MONITORS;
import static io.lappet.processor.model.Vocabulary.OVERFLOW;
import static io.lappet.processor.model.Vocabulary.TIMEOUTS;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.AccessorModel.LaneAccessor;
import io.lappet.processor.model.LockModel;
import io.lappet.processor.model.PermitsShape;
import io.lappet.processor.model.QueueModel;
import io.lappet.processor.write.Fields.GuardKey;
import io.lappet.processor.write.TimeoutFields.Timeout;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes how the resources of an object are made: by its weaving, or, where it has none, by
 * themselves.
 *
 * <pre>{@code
 * balanceLock = weaving.lock("balance");
 * balanceLock = Monitor.of("Account.balance");
 * }</pre>
 */
final class ResourceCode {
  private final Fields fields;
  private final LockFields locks;

  ResourceCode(Fields fields) {
    this.fields = fields;
    this.locks = fields.locks();
  }

  /** The resources of an object with a weaving. */
  List<CodeBlock> bound(String weaving, SharedCode shared) {
    List<CodeBlock> made = new ArrayList<>();
    for (LockModel lock : locks.models()) {
      CodeBlock own = CodeBlock.of("$N.$L($S)", weaving, maker(lock), lock.name());
      made.addAll(assign(locks.field(lock.name()), own, shared));
    }
    addDerived(made);
    fields.gates().forEach((name, field) -> {
      CodeBlock own = CodeBlock.of("$N.gate($S)", weaving, name);
      made.addAll(assign(field, own, shared));
    });
    fields.permits().forEach((key, field) -> {
      PermitsShape shape = key.shape();
      String maker = shape.fair() ? "fairPermits" : "permits";
      CodeBlock own = CodeBlock.of("$N.$L($S, $L)", weaving, maker, key.name(), shape.permits());
      made.addAll(assign(field, own, shared));
    });
    fields.lanes().forEach((lane, field) -> made.add(lane(lane, weaving, field)));
    for (Timeout timeout : fields.timeouts().all()) {
      CodeBlock call = CodeBlock.of("$N = $N.timeout", timeout.field(), weaving);
      made.add(timeout(timeout, call, CodeBlock.of("$S", timeout.method())));
    }
    return made;
  }

  /** {@code imagesLane = weaving.lane("images", 4)}, or the lane that the builder has. */
  static CodeBlock lane(LaneAccessor lane, String weaving, String field) {
    CodeBlock made = CodeBlock.of("$N = $N", field, weaving);
    String name = lane.signature().name();
    if (lane.threads().isEmpty()) {
      return CodeBlock.of("$L.laneOf($S)", made, name);
    }
    QueueModel queue = lane.queue();
    CodeBlock bound = queue.isUnbounded()
        ? CodeBlock.of("")
        : CodeBlock.of(", $L, $T.$L", queue.capacity(), OVERFLOW, queue.overflow());
    return CodeBlock.of("$L.lane($S, $L$L)", made, name, lane.threads().getAsInt(), bound);
  }

  /** Puts the shared resource of a field into it, or {@code own} if it is not for one. */
  private List<CodeBlock> assign(String field, CodeBlock own, SharedCode shared) {
    return fields
        .shared(field)
        .map(resource -> shared.assign(field, resource))
        .orElseGet(() -> List.of(CodeBlock.of("$N = $L", field, own)));
  }

  /**
   * The resources of an object that belongs to no fabric, or only waits through one.
   *
   * @param component the first part of their names
   * @param fabric the first argument with its comma, or nothing
   */
  List<CodeBlock> free(String component, CodeBlock fabric) {
    List<CodeBlock> made = new ArrayList<>();
    for (LockModel lock : locks.models()) {
      String name = component + "." + (lock.name().isEmpty() ? "this" : lock.name());
      made.add(CodeBlock.of(
          "$N = $T.$L($L$S)",
          locks.field(lock.name()),
          LockFields.type(lock),
          lock.fair() ? "fair" : "of",
          fabric,
          name));
    }
    addDerived(made);
    fields.permits().forEach((key, field) -> {
      PermitsShape shape = key.shape();
      made.add(CodeBlock.of(
          "$N = $T.$L($L$S, $L)",
          field,
          LIMITS,
          shape.fair() ? "fair" : "of",
          fabric,
          component + "." + key.name(),
          shape.permits()));
    });
    fields.timeouts().all().forEach(timeout -> made.add(free(timeout, component, fabric)));
    return made;
  }

  private static CodeBlock free(Timeout timeout, String component, CodeBlock fabric) {
    if (fabric.isEmpty()) {
      return CodeBlock.of("$N = $N", timeout.field(), timeout.constant());
    }
    CodeBlock call = CodeBlock.of("$N = $T.of", timeout.field(), TIMEOUTS);
    CodeBlock name = CodeBlock.of("$L$S", fabric, component + "." + timeout.method());
    return timeout(timeout, call, name);
  }

  /** A call that looks up what is configured. */
  private static CodeBlock timeout(Timeout timeout, CodeBlock call, CodeBlock method) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(method));
    if (!timeout.element().equals("timeout")) {
      arguments.add(CodeBlock.of("$S", timeout.element()));
    }
    arguments.add(CodeBlock.of("$N", timeout.constant()));
    return Arguments.of(call, arguments);
  }

  private static String maker(LockModel lock) {
    return switch (lock.kind()) {
      case PLAIN -> lock.fair() ? "fairLock" : "lock";
      case READ_WRITE -> lock.fair() ? "fairReadWriteLock" : "readWriteLock";
      case KEYED -> "keyedLock";
    };
  }

  /** What is made of locks. */
  private void addDerived(List<CodeBlock> made) {
    locks.sets().forEach((set, field) -> {
      List<CodeBlock> each =
          set.names().stream().map(name -> locks.enterable(name, set.read())).toList();
      made.add(CodeBlock.of("$N = $T.of($L)", field, MONITORS, CodeBlock.join(each, ", ")));
    });
    fields
        .guards()
        .forEach((guard, field) -> made.add(CodeBlock.of(
            "$N = $L.guard($L)", field, locks.enterable(guard.lock(), false), condition(guard))));
  }

  private static CodeBlock condition(GuardKey guard) {
    return CodeBlock.of(guard.negated() ? "() -> !$N()" : "this::$N", guard.method());
  }
}
