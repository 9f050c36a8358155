package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.CHANNEL;
import static io.lappet.processor.model.Vocabulary.CRON_TABLE;
import static io.lappet.processor.model.Vocabulary.GATE;
import static io.lappet.processor.model.Vocabulary.GUARD;
import static io.lappet.processor.model.Vocabulary.KEYED_MONITOR;
import static io.lappet.processor.model.Vocabulary.LANE;
import static io.lappet.processor.model.Vocabulary.LOOP;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.MONITORS;
import static io.lappet.processor.model.Vocabulary.PERMITS;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_MONITOR;
import static io.lappet.processor.model.Vocabulary.TIMER;
import static io.lappet.processor.model.Vocabulary.TWIN;
import static io.lappet.processor.model.Vocabulary.WEAVING;
import static io.lappet.processor.model.Vocabulary.WORKER;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.AccessorModel.FabricAccessor;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LaneAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.AccessorModel.WorkerAccessor;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.GateUse;
import io.lappet.processor.model.GuardUse;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.LockModel;
import io.lappet.processor.model.Locks;
import io.lappet.processor.model.PermitUse;
import io.lappet.processor.model.PermitsShape;
import io.lappet.processor.model.Scope;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.TimerSchedule.OfDay;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.WovenModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The fields of a woven class: one per resource, named from the user's name and its kind. */
final class Fields {
  /** A guard without parameters, and the lock with which it is evaluated. */
  record GuardKey(String lock, String method, boolean negated) {}

  /** The permits of an accessor, or of one method. */
  record PermitsKey(String name, Object owner, PermitsShape shape) {}

  /** Locks of the object that are taken together. */
  record LockSet(Set<String> names, boolean read) {}

  private record WorkerKey(String method, int number) {}

  private record TimeoutKey(GuardedModel method, Wait kind) {}

  /**
   * How long calls of one method wait.
   *
   * @param field the name of its field
   * @param constant the name of the constant with what is declared
   * @param method the name of the method
   * @param element by which it is configured
   */
  record Timeout(String field, String constant, String method, String element) {}

  private final Scope scope;
  private final NameAllocator names = new NameAllocator();
  private final Map<String, LockModel> lockModels;
  private final Map<String, String> locks = new LinkedHashMap<>();
  private final Map<LockSet, String> lockSets = new LinkedHashMap<>();
  private final Map<GuardKey, String> guards = new LinkedHashMap<>();
  private final Map<String, String> gates = new LinkedHashMap<>();
  private final Map<PermitsKey, String> permits = new LinkedHashMap<>();
  private final Map<LaneAccessor, String> lanes = new LinkedHashMap<>();
  private final Map<TwinModel, String> twins = new LinkedHashMap<>();
  private final Map<String, String> channels = new LinkedHashMap<>();
  private final Map<WorkerKey, String> workers = new LinkedHashMap<>();
  private final Map<TimerModel, String> tables = new LinkedHashMap<>();
  private final Map<String, SharedResource> shared = new LinkedHashMap<>();
  private final Set<String> sharedSets = new LinkedHashSet<>();
  private final Map<TimeoutKey, String> limits = new LinkedHashMap<>();
  private final Map<TimeoutKey, Timeout> timeouts = new LinkedHashMap<>();
  private final List<FieldSpec> specs = new ArrayList<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private Optional<String> weaving = Optional.empty();
  private Optional<String> loop = Optional.empty();

  Fields(WovenModel woven, List<ChannelModel> declaredChannels) {
    scope = woven.scope();
    lockModels = Locks.of(woven);
    woven.type().fields().forEach(names::newName);
    woven.guarded().forEach(this::addLimits);
    woven.activations().forEach(this::addTable);
    if (isWeavingKept(woven)) {
      weaving = Optional.of(add(WEAVING, "weaving"));
    }
    loop = woven.loop().map(it -> add(LOOP, "loop"));
    lockModels.values().forEach(this::addLock);
    woven.guarded().forEach(this::addLockSet);
    woven.guarded().forEach(this::addGuard);
    woven.accessors(GateAccessor.class).forEach(this::addGate);
    woven.accessors(PermitsAccessor.class).forEach(this::addPermits);
    woven.guarded().forEach(this::addPermits);
    woven.guarded().forEach(this::addShared);
    woven.accessors(LaneAccessor.class).forEach(this::addLane);
    woven.guarded().forEach(method -> addTimeouts(method, isTimed(woven, method)));
    declaredChannels.forEach(this::addChannel);
    woven
        .accessors(WorkerAccessor.class)
        .sorted(Comparator.comparing(WorkerAccessor::isTimer).reversed())
        .forEach(this::addWorker);
    woven.twins().forEach(this::addTwin);
  }

  /** The fields, in the order in which they are declared. */
  List<FieldSpec> specs() {
    return specs;
  }

  /** The names that parameters and variables must not have. */
  Set<String> taken() {
    return taken;
  }

  /** The field of the weaving, if it is needed after the constructor. */
  Optional<String> weaving() {
    return weaving;
  }

  /** The locks. */
  List<LockModel> locks() {
    return List.copyOf(lockModels.values());
  }

  /** The sets of locks that are taken together, with the names of their fields. */
  Map<LockSet, String> lockSets() {
    return lockSets;
  }

  /** The guards, with the names of their fields. */
  Map<GuardKey, String> guards() {
    return guards;
  }

  /** The names of gates with the names of their fields. */
  Map<String, String> gates() {
    return gates;
  }

  /** The permits, with the names of their fields. */
  Map<PermitsKey, String> permits() {
    return permits;
  }

  /** The lanes, with the names of their fields. */
  Map<LaneAccessor, String> lanes() {
    return lanes;
  }

  /** The field of the lane with an accessor of this name, if the class has one. */
  Optional<String> lane(String name) {
    return lanes.entrySet().stream()
        .filter(it -> it.getKey().signature().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The field of a twin. */
  String twin(TwinModel twin) {
    return field(twins, twin);
  }

  /** The field of the loop, if the object is confined. */
  Optional<String> loop() {
    return loop;
  }

  /** The shared resource that a field is for, if it is not one of the object itself. */
  Optional<SharedResource> shared(String field) {
    return Optional.ofNullable(shared.get(field));
  }

  /** Whether there are locks, gates, permits or lanes of the object itself. */
  boolean hasOwn() {
    return Stream.of(locks, gates, permits, lanes)
        .flatMap(fields -> fields.values().stream())
        .anyMatch(field -> !shared.containsKey(field));
  }

  /** Whether a field is for shared resources, also if others are with them. */
  boolean isShared(String field) {
    return shared.containsKey(field) || sharedSets.contains(field);
  }

  String channel(String name) {
    return field(channels, name);
  }

  String lock(String name) {
    return field(locks, name);
  }

  LockModel lockModel(String name) {
    return Objects.requireNonNull(lockModels.get(name), name);
  }

  /** What a call takes of a lock together with others. */
  CodeBlock enterable(String lock, boolean read) {
    return CodeBlock.of("$N$L", lock(lock), side(lock, read));
  }

  /** The same, or null while the user's constructor runs. */
  CodeBlock enterableOrNull(String lock, boolean read) {
    String side = side(lock, read);
    String format = side.isEmpty() ? "$N$L" : "$1N == null ? null : $1N$2L";
    return CodeBlock.of(format, lock(lock), side);
  }

  /** The call that gives one side of a lock, if it has two. */
  String side(String lock, boolean read) {
    boolean isPlain = lockModel(lock).kind() == LockModel.Kind.PLAIN;
    String side = read ? ".reading()" : ".writeLock()";
    return isPlain ? "" : side;
  }

  String gate(String name) {
    return field(gates, name);
  }

  String permits(String accessor) {
    return permits.entrySet().stream()
        .filter(it -> it.getKey().owner() instanceof PermitsAccessor)
        .filter(it -> it.getKey().name().equals(accessor))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The field of the permits that belong to {@code method} alone. */
  String permits(GuardedModel method, PermitsShape shape) {
    return field(permits, new PermitsKey(method.signature().name(), method, shape));
  }

  /** The field of the guard that calls of {@code method} wait for, if it has no parameters. */
  Optional<String> guard(GuardedModel method) {
    return method
        .guard()
        .filter(guard -> !guard.withParameters())
        .map(guard -> field(guards, key(method, guard)));
  }

  /** The field of the worker of an activation, if there is an accessor for it. */
  Optional<String> worker(String method, int number) {
    return Optional.ofNullable(workers.get(new WorkerKey(method, number)));
  }

  /** The constant with the times of day at which {@code timer} runs. */
  String table(TimerModel timer) {
    return field(tables, timer);
  }

  /** The field with the locks, all of the object itself, that are taken together. */
  String lockSet(HoldModel hold) {
    return field(lockSets, key(hold));
  }

  /** How long {@code method} waits in one of its waits, if that is limited. */
  Optional<CodeBlock> timeout(GuardedModel method, Wait wait) {
    return Optional.ofNullable(timeouts.get(new TimeoutKey(method, wait)))
        .map(timeout -> method.waitsForOwn()
            ? CodeBlock.of("$N", timeout.field)
            // The user's constructor may be the caller, when there are no fields yet.
            : CodeBlock.of(
                "$T.requireNonNullElse($N, $N)", Objects.class, timeout.field, timeout.constant));
  }

  /** How long calls wait. */
  Collection<Timeout> timeouts() {
    return timeouts.values();
  }

  private static <K> String field(Map<K, String> fields, K key) {
    return Objects.requireNonNull(fields.get(key), key::toString);
  }

  private static boolean isWeavingKept(WovenModel woven) {
    return woven.close().isPresent()
        || woven.accessors(FabricAccessor.class).findAny().isPresent();
  }

  private void addLimits(GuardedModel method) {
    Map<Wait, DurationModel> all = Wait.limits(method);
    all.forEach((wait, limit) -> {
      // What it is the limit of is part of the name only if there are several.
      String kind = all.size() > 1 ? "_" + wait : "";
      String name = newName(Text.constant(method.signature().name()) + kind + "_TIMEOUT");
      limits.put(new TimeoutKey(method, wait), name);
      specs.add(
          FieldSpec.builder(Duration.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(DurationCode.of(limit))
              .build());
    });
  }

  /** Adds a field for each limit, since it may be configured. */
  private void addTimeouts(GuardedModel method, boolean isTimed) {
    Set<Wait> waits = Wait.limits(method).keySet();
    String name = method.signature().name();
    for (Wait wait : waits) {
      String kind = waits.size() > 1 ? Text.capitalized(wait.element()) : "Timeout";
      String field = add(ClassName.get(Duration.class), name + kind);
      String element = waits.size() > 1 || isTimed ? wait.element() : "timeout";
      TimeoutKey key = new TimeoutKey(method, wait);
      timeouts.put(key, new Timeout(field, field(limits, key), name, element));
    }
  }

  /** Whether the runs of {@code method} may have a limit too, which has the shorter name. */
  private static boolean isTimed(WovenModel woven, GuardedModel method) {
    return woven.activations().stream()
        .filter(TimerModel.class::isInstance)
        .anyMatch(timer -> timer.call().method().equals(method.signature().name()));
  }

  private void addLock(LockModel lock) {
    String suffix = lock.kind() == LockModel.Kind.KEYED ? "Keys" : "Lock";
    String name = lock.name().isEmpty() ? "own" + suffix : Text.ending(lock.name(), suffix);
    String field = add(type(lock), name);
    locks.put(lock.name(), field);
    scope.shared(lock.name()).ifPresent(resource -> shared.put(field, resource));
  }

  /** The type of the field of a lock. */
  static ClassName type(LockModel lock) {
    return switch (lock.kind()) {
      case PLAIN -> MONITOR;
      case READ_WRITE -> READ_WRITE_MONITOR;
      case KEYED -> KEYED_MONITOR;
    };
  }

  private void addLockSet(GuardedModel method) {
    Optional<HoldModel> several =
        method.hold().filter(HoldModel::isOwn).filter(hold -> hold.locks().size() > 1);
    several
        .map(Fields::key)
        .ifPresent(together -> lockSets.computeIfAbsent(together, key -> {
          String name =
              key.names().stream().map(Text::capitalized).collect(Collectors.joining("And"));
          String suffix = key.read() ? "ReadLocks" : "Locks";
          String field = add(MONITORS, Text.uncapitalized(name) + suffix);
          if (key.names().stream().map(this::lock).anyMatch(shared::containsKey)) {
            sharedSets.add(field);
          }
          return field;
        }));
  }

  private static LockSet key(HoldModel hold) {
    return new LockSet(new TreeSet<>(hold.names()), hold.read());
  }

  private void addGuard(GuardedModel method) {
    method
        .guard()
        .filter(guard -> !guard.withParameters())
        .ifPresent(guard ->
            guards.computeIfAbsent(key(method, guard), key -> add(GUARD, guardName(guard))));
  }

  private static GuardKey key(GuardedModel method, GuardUse guard) {
    return new GuardKey(method.locks().get(0).name(), guard.method(), guard.negated());
  }

  /** {@code notEmptyGuard}; {@code notFullGuard} for {@code !isFull}. */
  private static String guardName(GuardUse guard) {
    String name = guard.negated()
        ? "not" + Text.capitalized(guard.method().replaceFirst("^is(?=[A-Z])", ""))
        : guard.method();
    return Text.ending(name, "Guard");
  }

  /** The gates and permits without an accessor of the class are those of shared interfaces. */
  private void addShared(GuardedModel method) {
    method.gate().map(GateUse::gate).ifPresent(this::addShared);
    if (method.permit().orElse(null) instanceof PermitUse.OfAll use) {
      addShared(use.permits());
    }
  }

  private void addShared(Handle handle) {
    if (handle instanceof Handle.Own own) {
      scope.shared(own.text()).ifPresent(this::addShared);
    }
  }

  private void addShared(SharedResource resource) {
    if (shared.containsValue(resource)) {
      return;
    }
    if (resource.accessor() instanceof GateAccessor accessor) {
      addGate(accessor);
      shared.put(gate(resource.name()), resource);
    } else if (resource.accessor() instanceof PermitsAccessor accessor) {
      addPermits(accessor);
      shared.put(permits(resource.name()), resource);
    }
  }

  private void addGate(GateAccessor accessor) {
    String name = accessor.signature().name();
    gates.put(name, add(GATE, Text.ending(name, "Gate")));
  }

  private void addPermits(PermitsAccessor accessor) {
    String name = accessor.signature().name();
    addPermits(new PermitsKey(name, accessor, accessor.shape()));
  }

  private void addPermits(GuardedModel method) {
    if (method.permit().orElse(null) instanceof PermitUse.OfMethod own) {
      addPermits(new PermitsKey(method.signature().name(), method, own.shape()));
    }
  }

  private void addPermits(PermitsKey key) {
    permits.put(key, add(PERMITS, Text.ending(key.name(), "Permits")));
  }

  private void addLane(LaneAccessor accessor) {
    lanes.put(accessor, add(LANE, Text.ending(accessor.signature().name(), "Lane")));
  }

  /** {@code loadTwin} for {@code loadAsync}; of several with one name the second is {@code loadTwin2}. */
  private void addTwin(TwinModel twin) {
    String name = twin.signature().name();
    String wanted = Text.ending(name.replaceFirst("(?<=.)Async$", ""), "Twin");
    long same =
        twins.keySet().stream().filter(it -> it.signature().name().equals(name)).count();
    twins.put(twin, add(TWIN, same == 0 ? wanted : wanted + (same + 1)));
  }

  private void addChannel(ChannelModel channel) {
    TypeName type = ParameterizedTypeName.get(CHANNEL, channel.type().name());
    channels.put(channel.name(), add(type, channel.name() + "Channel"));
  }

  /** One field for both kinds of accessors; a timer is a worker. */
  private void addWorker(WorkerAccessor accessor) {
    int number = accessor.number();
    workers.computeIfAbsent(new WorkerKey(accessor.method(), number), key -> {
      String name = accessor.method() + (accessor.isTimer() ? "Timer" : "Worker");
      return add(accessor.isTimer() ? TIMER : WORKER, number == 1 ? name : name + number);
    });
  }

  private void addTable(ActivationModel activation) {
    if (activation instanceof TimerModel timer && timer.schedule() instanceof OfDay times) {
      String suffix = timer.number() == 1 ? "" : "_" + timer.number();
      String name = newName(Text.constant(timer.call().method()) + "_TIMES" + suffix);
      tables.put(timer, name);
      specs.add(
          FieldSpec.builder(CRON_TABLE, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(CronCode.of(times, name))
              .build());
    }
  }

  private String add(TypeName type, String wanted) {
    String name = newName(wanted);
    specs.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build());
    return name;
  }

  private String newName(String wanted) {
    String name = names.newName(wanted);
    taken.add(name);
    return name;
  }
}
