package io.lappet.gen;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Lane;
import io.lappet.Permits;
import io.lappet.WiringException;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.fabric.LaneQueue;
import io.lappet.internal.fabric.LoopCore;
import io.lappet.internal.sync.GateCore;
import io.lappet.internal.sync.PermitsCore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connects one woven object to its fabric. Used by the constructor of the generated class only. */
public final class Weaving {
  /** The version of this contract; generated code says with which one it was made. */
  private static final int VERSION = 1;

  private final Fabric fabric;
  private final FabricCore core;
  private final Component component;

  Weaving(Fabric fabric, FabricCore core, Component component) {
    this.fabric = fabric;
    this.core = core;
    this.component = component;
  }

  /**
   * Begins to wire {@code self}.
   *
   * @param version the version of this contract that the generated code was made for
   * @param name the name of the component; a second live instance gets a number
   * @throws WiringException if this runtime cannot serve that version
   */
  public static Weaving of(Fabric fabric, int version, String name, Object self) {
    requireVersion(version, self.getClass().getName());
    FabricCore core = FabricCore.of(fabric);
    return new Weaving(fabric, core, core.component(name, self));
  }

  static void requireVersion(int version, String generated) {
    if (version != VERSION) {
      throw new WiringException(generated
          + " was generated for version "
          + version
          + " of the runtime, and this one has version "
          + VERSION
          + ": compile it again with the lappet-processor of the same release");
    }
  }

  /**
   * Returns {@code resource}, which is null while the constructor of the user's class runs.
   *
   * @param call what was called, for instance {@code LogPipeline.raw()}
   * @throws IllegalStateException if it is null
   */
  public static <T> T ready(@Nullable T resource, String call) {
    if (resource == null) {
      throw new IllegalStateException(call + " is not available while the constructor runs");
    }
    return resource;
  }

  /** The fabric as the user gave it. */
  public Fabric fabric() {
    return fabric;
  }

  /** Makes the lock of this name; the empty name is the object's own lock. */
  public Monitor lock(String name) {
    return Monitor.of(fabric, component.member(name.isEmpty() ? "this" : name));
  }

  /** As {@link #lock}, serving in order of arrival. */
  public Monitor fairLock(String name) {
    return Monitor.fair(fabric, component.member(name.isEmpty() ? "this" : name));
  }

  /** Makes the read-write lock of this name; the empty name is the object's own lock. */
  public ReadWriteMonitor readWriteLock(String name) {
    return ReadWriteMonitor.of(fabric, component.member(name.isEmpty() ? "this" : name));
  }

  /** As {@link #readWriteLock}, serving in order of arrival. */
  public ReadWriteMonitor fairReadWriteLock(String name) {
    return ReadWriteMonitor.fair(fabric, component.member(name.isEmpty() ? "this" : name));
  }

  /** Makes the locks by key of this name; the empty name is the object's own lock. */
  public KeyedMonitor keyedLock(String name) {
    return KeyedMonitor.of(fabric, component.member(name.isEmpty() ? "this" : name));
  }

  /** Makes the gate of this name, closed. */
  public Gate gate(String name) {
    return new GateCore(core.seam(), component.member(name));
  }

  /** Makes the permits of this name, all free. */
  public Permits permits(String name, int permits) {
    return makePermits(name, permits, false);
  }

  /** Makes the permits of this name, which serve in order of arrival. */
  public Permits fairPermits(String name, int permits) {
    return makePermits(name, permits, true);
  }

  private Permits makePermits(String name, int permits, boolean fair) {
    Tuning tuning = component.tuning(name);
    int total = tuning == null ? permits : tuning.number("permits", 1, permits);
    return new PermitsCore(core.seam(), component.member(name), total, fair);
  }

  /** Begins to make the channel of this name. */
  public <T> ChannelMaker<T> channel(String name) {
    return new ChannelMaker<>(component, name);
  }

  /** Begins to make the worker of a daemon method. */
  public DaemonMaker daemon(String method) {
    return new DaemonMaker(component, method);
  }

  /** Begins to make the worker of a producer method. */
  public ProducerMaker producer(String method) {
    return new ProducerMaker(component, method);
  }

  /** Begins to make the worker of a consumer method. */
  public <T> ConsumerMaker<T> consumer(String method, Channel<T> from) {
    return new ConsumerMaker<>(component, method, from);
  }

  /** Begins to make the worker of a periodic method. */
  public TimerMaker timer(String method) {
    return new TimerMaker(component, method, core.seam());
  }

  /** Begins to make the twin of a method, whose name is that of the method and {@code Async}. */
  public TwinMaker twin(String method) {
    return new TwinMaker(component, method);
  }

  /** Makes the lane of this name with so many threads, which it starts as it needs them. */
  public Lane lane(String name, int threads) {
    return lane(name, threads, ChannelSpec.UNBOUNDED, Overflow.BLOCK);
  }

  /** As {@link #lane(String, int)}; at most {@code capacity} tasks wait for a thread. */
  public Lane lane(String name, int threads, int capacity, Overflow overflow) {
    Tuning tuning = component.tuning(name);
    if (tuning == null) {
      return makeLane(name, threads, capacity, overflow);
    }
    int permits = tuning.number("permits", 1, threads);
    int room = tuning.capacity(1, capacity);
    return makeLane(name, permits, room, tuning.overflow(room, overflow));
  }

  private Lane makeLane(String name, int threads, int capacity, Overflow overflow) {
    LaneQueue queue = capacity == ChannelSpec.UNBOUNDED ? null : new LaneQueue(capacity, overflow);
    return component.lane(name, threads, queue);
  }

  /**
   * The lane that the builder of the fabric was given under this name, or {@code cpu}.
   *
   * @throws WiringException if there is none; it names those there are
   */
  public Lane laneOf(String name) {
    return fabric.lane(name);
  }

  /** Makes the loop of a confined object, for which any number of calls may wait. */
  public Loop loop() {
    return loop(ChannelSpec.UNBOUNDED, Overflow.BLOCK);
  }

  /** Makes the loop of a confined object, whose twins wait in a mailbox like this. */
  public Loop loop(int capacity, Overflow overflow) {
    return new Loop(LoopCore.make(component, capacity, overflow));
  }

  /** How long calls of {@code method} wait, if not {@code declared} but something else is configured. */
  public Duration timeout(String method, Duration declared) {
    return timeout(method, "timeout", declared);
  }

  /** The same for a method that waits for several things, each with an element of its own. */
  public Duration timeout(String method, String element, Duration declared) {
    Tuning tuning = component.tuning(method);
    return tuning == null ? declared : tuning.duration(element, declared);
  }

  /** Hands the object to its fabric; the last statement of the constructor. Starts nothing. */
  public void register() {
    core.register(component);
  }

  /**
   * Stops the workers of the component, if that has not happened, and says whether the user's
   * {@code close} is to run: true for the first caller only.
   */
  public boolean closeOnce() {
    return core.closeOnce(component);
  }
}
