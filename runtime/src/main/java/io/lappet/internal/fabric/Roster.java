package io.lappet.internal.fabric;

import io.lappet.internal.channel.ChannelCore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What belongs to a fabric: its components, their workers, and all channels. */
final class Roster {
  private final Progress progress;
  private final List<Component> components = new ArrayList<>(); // guarded by progress
  private final Map<Object, Shared> shared = new LinkedHashMap<>(); // guarded by progress
  private final Map<ChannelCore<?>, Integer> channels = new WeakHashMap<>(); // guarded by progress
  private int channelNumber; // guarded by progress
  private volatile @Nullable Wiring wiring; // written with progress; null after a change

  Roster(Progress progress) {
    this.progress = progress;
  }

  /** What the interface of several classes stands for here. */
  private record Shared(Component component, Object resources) {}

  /** The name itself, or with a number if a live component has it. */
  String freeName(String name) {
    List<String> taken = progress.locked(
        () -> Stream.concat(components.stream(), shared.values().stream().map(Shared::component))
            .map(component -> component.name)
            .toList());
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = name + "#" + number;
    }
    return free;
  }

  /** What {@code key} stands for here; made, if there is nothing yet, with the lock held. */
  Object shared(Object key, Supplier<Component> component, Function<Component, Object> maker) {
    return progress.locked(() -> {
      Shared present = shared.get(key);
      if (present == null) {
        Component own = component.get();
        present = new Shared(own, maker.apply(own));
        shared.put(key, present);
      }
      return present.resources;
    });
  }

  void add(Component component) {
    progress.change(() -> {
      components.add(component);
      wiring = null;
    });
  }

  void remove(Component component) {
    progress.change(() -> {
      components.remove(component);
      wiring = null;
    });
  }

  void clear() {
    progress.change(components::clear);
  }

  @Nullable
  Component find(Object self) {
    return progress.locked(
        () -> components.stream().filter(c -> c.self == self).findFirst().orElse(null));
  }

  List<Component> components() {
    return progress.locked(() -> List.copyOf(components));
  }

  /** The class of each object; twice if there are two. */
  List<Class<?>> classes() {
    List<Class<?>> classes = new ArrayList<>();
    components().forEach(component -> classes.add(component.self.getClass()));
    return classes;
  }

  List<WorkerCore> workers() {
    return components().stream()
        .flatMap(component -> component.workers.stream())
        .toList();
  }

  /** Takes in a channel, which is kept only as long as somebody else keeps it. */
  void add(ChannelCore<?> channel) {
    progress.change(() -> channels.put(channel, channelNumber++));
  }

  /** The channels in the order in which they were made. */
  List<ChannelCore<?>> channels() {
    return progress.locked(() -> channels.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .<ChannelCore<?>>map(Map.Entry::getKey)
        .toList());
  }

  Wiring wiring() {
    Wiring present = wiring;
    return present != null ? present : progress.locked(this::wire);
  }

  private Wiring wire() {
    Wiring present = wiring;
    if (present == null) {
      present = new Wiring(components);
      wiring = present;
    }
    return present;
  }
}
