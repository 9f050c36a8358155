package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.CHANNEL;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.MONITORS;
import static io.lappet.processor.model.Vocabulary.WEAVING;
import static io.lappet.processor.model.Vocabulary.WORKER;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.AccessorModel.FabricAccessor;
import io.lappet.processor.model.AccessorModel.WorkerAccessor;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.WovenModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The fields of a woven class: one per resource, named from the user's name and its kind. */
final class Fields {
  private final NameAllocator names = new NameAllocator();
  private final Map<String, String> locks = new LinkedHashMap<>();
  private final Map<Set<String>, String> lockSets = new LinkedHashMap<>();
  private final Map<String, String> channels = new LinkedHashMap<>();
  private final Map<String, String> workers = new LinkedHashMap<>();
  private final Map<GuardedModel, String> timeouts = new LinkedHashMap<>();
  private final List<FieldSpec> specs = new ArrayList<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private Optional<String> weaving = Optional.empty();

  Fields(WovenModel woven, List<ChannelModel> declaredChannels) {
    woven.type().fields().forEach(names::newName);
    addTimeouts(woven);
    if (isWeavingKept(woven)) {
      weaving = Optional.of(add(WEAVING, "weaving"));
    }
    addLocks(woven);
    addChannels(declaredChannels);
    addWorkers(woven);
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

  /** The names of locks with the names of their fields. */
  Map<String, String> locks() {
    return locks;
  }

  /** The sets of locks that are taken together, with the names of their fields. */
  Map<Set<String>, String> lockSets() {
    return lockSets;
  }

  String channel(String name) {
    return field(channels, name);
  }

  String lock(String name) {
    return field(locks, name);
  }

  /** The field of the worker of an activation that has an accessor for it. */
  String worker(String method) {
    return field(workers, method);
  }

  boolean hasWorker(String method) {
    return workers.containsKey(method);
  }

  /** The field with the lock or the locks that {@code method} takes. */
  String guard(GuardedModel method) {
    return method.locks().size() == 1
        ? lock(method.lockNames().get(0))
        : field(lockSets, new TreeSet<>(method.lockNames()));
  }

  /** The constant with the timeout of {@code method}. */
  String timeout(GuardedModel method) {
    return field(timeouts, method);
  }

  private static <K> String field(Map<K, String> fields, K key) {
    return Objects.requireNonNull(fields.get(key), key::toString);
  }

  private static boolean isWeavingKept(WovenModel woven) {
    return woven.close().isPresent()
        || woven.accessors().stream().anyMatch(FabricAccessor.class::isInstance);
  }

  private void addTimeouts(WovenModel woven) {
    for (GuardedModel method : woven.guarded()) {
      method.timeout().ifPresent(timeout -> {
        String name = newName(Text.constant(method.signature().name()) + "_TIMEOUT");
        timeouts.put(method, name);
        specs.add(FieldSpec.builder(
                Duration.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(DurationCode.of(timeout))
            .build());
      });
    }
  }

  private void addLocks(WovenModel woven) {
    Set<String> lockNames = new LinkedHashSet<>(woven.declaredLocks().toList());
    woven.guarded().forEach(method -> lockNames.addAll(method.lockNames()));
    for (String lock : lockNames) {
      locks.put(lock, add(MONITOR, lock.isEmpty() ? "ownLock" : lock + "Lock"));
    }
    for (GuardedModel method : woven.guarded()) {
      Set<String> together = new TreeSet<>(method.lockNames());
      if (together.size() > 1 && !lockSets.containsKey(together)) {
        String name = together.stream().map(Text::capitalized).collect(Collectors.joining("And"));
        lockSets.put(together, add(MONITORS, Text.uncapitalized(name) + "Locks"));
      }
    }
  }

  private void addChannels(List<ChannelModel> declaredChannels) {
    for (ChannelModel channel : declaredChannels) {
      TypeName type = ParameterizedTypeName.get(CHANNEL, channel.type().name());
      channels.put(channel.name(), add(type, channel.name() + "Channel"));
    }
  }

  private void addWorkers(WovenModel woven) {
    woven.accessors().stream()
        .filter(WorkerAccessor.class::isInstance)
        .map(WorkerAccessor.class::cast)
        .forEach(it -> workers.put(it.method(), add(WORKER, it.method() + "Worker")));
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
