package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.CHANNEL;
import static io.lappet.processor.model.Vocabulary.CRON_TABLE;
import static io.lappet.processor.model.Vocabulary.GATE;
import static io.lappet.processor.model.Vocabulary.GUARD;
import static io.lappet.processor.model.Vocabulary.LANE;
import static io.lappet.processor.model.Vocabulary.LOOP;
import static io.lappet.processor.model.Vocabulary.PERMITS;
import static io.lappet.processor.model.Vocabulary.TIMER;
import static io.lappet.processor.model.Vocabulary.TWIN;
import static io.lappet.processor.model.Vocabulary.WEAVING;
import static io.lappet.processor.model.Vocabulary.WORKER;

import com.palantir.javapoet.FieldSpec;
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
import io.lappet.processor.model.GateUse;
import io.lappet.processor.model.GuardUse;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.PermitUse;
import io.lappet.processor.model.PermitsShape;
import io.lappet.processor.model.Scope;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.TimerSchedule.OfDay;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.WovenModel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of a woven class: one per resource, named from the user's name and its kind. */
final class Fields {
  /** A guard without parameters, and the lock with which it is evaluated. */
  record GuardKey(String lock, String method, boolean negated) {}

  /** The permits of an accessor, or of one method. */
  record PermitsKey(String name, Object owner, PermitsShape shape) {}

  private record WorkerKey(String method, int number) {}

  private final Scope scope;
  private final FieldNames declared;
  private final TimeoutFields timeouts;
  private final LockFields locks;
  private final Map<GuardKey, String> guards = new LinkedHashMap<>();
  private final Map<String, String> gates = new LinkedHashMap<>();
  private final Map<PermitsKey, String> permits = new LinkedHashMap<>();
  private final Map<LaneAccessor, String> lanes = new LinkedHashMap<>();
  private final Map<TwinModel, String> twins = new LinkedHashMap<>();
  private final Map<String, String> channels = new LinkedHashMap<>();
  private final Map<WorkerKey, String> workers = new LinkedHashMap<>();
  private final Map<TimerModel, String> tables = new LinkedHashMap<>();
  private final Map<String, SharedResource> shared = new LinkedHashMap<>();
  private final Optional<String> weaving;
  private final Optional<String> loop;

  Fields(WovenModel woven, List<ChannelModel> declaredChannels) {
    scope = woven.scope();
    declared = new FieldNames(woven.type().fields());
    timeouts = new TimeoutFields(woven, declared);
    woven.activations().forEach(this::addTable);
    weaving =
        isWeavingKept(woven) ? Optional.of(declared.field(WEAVING, "weaving")) : Optional.empty();
    loop = woven.loop().map(it -> declared.field(LOOP, "loop"));
    locks = new LockFields(woven, declared);
    woven.guarded().forEach(this::addGuard);
    woven.accessors(GateAccessor.class).forEach(this::addGate);
    woven.accessors(PermitsAccessor.class).forEach(this::addPermits);
    woven.guarded().forEach(this::addPermits);
    woven.guarded().forEach(this::addShared);
    woven.accessors(LaneAccessor.class).forEach(this::addLane);
    timeouts.addFields();
    declaredChannels.forEach(this::addChannel);
    woven
        .accessors(WorkerAccessor.class)
        .sorted(Comparator.comparing(WorkerAccessor::isTimer).reversed())
        .forEach(this::addWorker);
    woven.twins().forEach(this::addTwin);
  }

  /** The fields, in the order in which they are declared. */
  List<FieldSpec> specs() {
    return declared.specs();
  }

  /** The names that parameters and variables must not have. */
  Set<String> taken() {
    return declared.taken();
  }

  /** The field of the weaving, if it is needed after the constructor. */
  Optional<String> weaving() {
    return weaving;
  }

  /** The fields of locks. */
  LockFields locks() {
    return locks;
  }

  /** The fields of limits. */
  TimeoutFields timeouts() {
    return timeouts;
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
    return Optional.ofNullable(shared.get(field)).or(() -> locks.shared(field));
  }

  /** Whether there are locks, gates, permits or lanes of the object itself. */
  boolean hasOwn() {
    return locks.hasOwn()
        || Stream.of(gates, permits, lanes)
            .flatMap(fields -> fields.values().stream())
            .anyMatch(field -> !shared.containsKey(field));
  }

  /** Whether a field is for shared resources, also if others are with them. */
  boolean isShared(String field) {
    return shared.containsKey(field) || locks.isShared(field);
  }

  String channel(String name) {
    return field(channels, name);
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

  private static <K> String field(Map<K, String> fields, K key) {
    return Objects.requireNonNull(fields.get(key), key::toString);
  }

  private static boolean isWeavingKept(WovenModel woven) {
    return woven.close().isPresent()
        || woven.accessors(FabricAccessor.class).findAny().isPresent();
  }

  private void addGuard(GuardedModel method) {
    method
        .guard()
        .filter(guard -> !guard.withParameters())
        .ifPresent(guard -> guards.computeIfAbsent(
            key(method, guard), key -> declared.field(GUARD, guardName(guard))));
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
    gates.put(name, declared.field(GATE, Text.ending(name, "Gate")));
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
    permits.put(key, declared.field(PERMITS, Text.ending(key.name(), "Permits")));
  }

  private void addLane(LaneAccessor accessor) {
    lanes.put(accessor, declared.field(LANE, Text.ending(accessor.signature().name(), "Lane")));
  }

  /** {@code loadTwin} for {@code loadAsync}; of several with one name the second is {@code loadTwin2}. */
  private void addTwin(TwinModel twin) {
    String name = twin.signature().name();
    String wanted = Text.ending(name.replaceFirst("(?<=.)Async$", ""), "Twin");
    long same =
        twins.keySet().stream().filter(it -> it.signature().name().equals(name)).count();
    twins.put(twin, declared.field(TWIN, same == 0 ? wanted : wanted + (same + 1)));
  }

  private void addChannel(ChannelModel channel) {
    TypeName type = ParameterizedTypeName.get(CHANNEL, channel.type().name());
    channels.put(channel.name(), declared.field(type, channel.name() + "Channel"));
  }

  /** One field for both kinds of accessors; a timer is a worker. */
  private void addWorker(WorkerAccessor accessor) {
    int number = accessor.number();
    workers.computeIfAbsent(new WorkerKey(accessor.method(), number), key -> {
      String name = accessor.method() + (accessor.isTimer() ? "Timer" : "Worker");
      return declared.field(
          accessor.isTimer() ? TIMER : WORKER, number == 1 ? name : name + number);
    });
  }

  private void addTable(ActivationModel activation) {
    if (activation instanceof TimerModel timer && timer.schedule() instanceof OfDay times) {
      String suffix = timer.number() == 1 ? "" : "_" + timer.number();
      String wanted = Text.constant(timer.call().method()) + "_TIMES" + suffix;
      tables.put(timer, declared.constant(CRON_TABLE, wanted, name -> CronCode.of(times, name)));
    }
  }
}
