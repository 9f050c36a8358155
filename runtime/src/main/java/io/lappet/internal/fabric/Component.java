package io.lappet.internal.fabric;

import io.lappet.Channel;
import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.WiringException;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.ChannelOptions;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.text.Nearest;
import io.lappet.internal.text.TextException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One woven object and what belongs to it. Filled by its constructor, then unchanging. */
public final class Component {
  final FabricCore fabric;
  final String name;
  private final String declaredName; // without a number
  final Object self;
  final List<WorkerCore> workers = new ArrayList<>();
  final List<ChannelCore<?>> channels = new ArrayList<>();
  final List<LaneCore> lanes = new ArrayList<>();
  private final Map<String, Integer> timers = new HashMap<>(); // how many of each method
  private final Map<String, Turnstile> turnstiles = new HashMap<>();

  /** Whether it was stopped, so that its workers never start again; written with progress. */
  volatile boolean isStopped;

  /** Whether somebody has begun to run the user's {@code close}. */
  final AtomicBoolean closed = new AtomicBoolean();

  Component(FabricCore fabric, String name, String declaredName, Object self) {
    this.fabric = fabric;
    this.name = name;
    this.declaredName = declaredName;
    this.self = self;
  }

  /** The full name of a member. */
  public String member(String member) {
    return name + "." + member;
  }

  /** What is configured for a member; null if nothing is configured in the program. */
  public @Nullable Tuning tuning(String member) {
    return fabric.configuration().of(declaredName, member);
  }

  /** How many threads a method is going to have that asks for so many. */
  public int threads(String method, int declared) {
    Tuning tuning = fabric.configuration().hint(declaredName, method);
    return tuning == null ? declared : tuning.number("concurrency", 1, declared);
  }

  /**
   * Adds a worker.
   *
   * @throws WiringException if one of its channels was made for fewer threads
   * @throws IllegalArgumentException if it would never leave its loop
   */
  public <W extends WorkerCore> W add(W worker) {
    if (worker.spec.loop() != null && worker.isInterruptedByStop()) {
      throw new IllegalArgumentException(
          worker.name() + " waits in its method, and so would hold up all of " + name);
    }
    ChannelCore<?> input = worker.input();
    if (input != null) {
      input.admitReceivers(worker.parts(), worker.name());
    }
    // What a push producer sends to is in the hands of a user, who may let any thread send.
    int senders = worker instanceof PushProducer<?> ? ChannelOptions.ANY : worker.senders();
    for (ChannelCore<?> output : Set.copyOf(worker.outputs())) {
      output.admitSenders(senders, worker.name());
    }
    workers.add(worker);
    return worker;
  }

  /** What lets the runs of one method in, one at a time, whichever of its timers they belong to. */
  Turnstile turnstile(String method) {
    return turnstiles.computeIfAbsent(method, any -> new Turnstile(1));
  }

  /** The name of the next timer of a method: from the second on with a number. */
  public String nextTimer(String method) {
    int number = timers.merge(method, 1, Integer::sum);
    return number == 1 ? method : method + "#" + number;
  }

  /** Its consumers are gone for good. */
  void giveUpInputs() {
    for (WorkerCore worker : workers) {
      if (worker instanceof ConsumerWorker<?, ?, ?> consumer) {
        consumer.giveUpInput();
      }
    }
  }

  /** Makes and adds a channel. */
  public <T> Channel<T> channel(ChannelOptions<T> options) {
    ChannelCore<T> channel = ChannelCore.make(options, fabric);
    channels.add(channel);
    fabric.adopt(channel);
    return channel;
  }

  /** Makes and adds a lane of so many threads; its queue has a bound if {@code queue} is given. */
  public LaneCore lane(String name, int threads, @Nullable LaneQueue queue) {
    LaneCore lane = fabric.venues().adopt(new PoolLane(fabric, member(name), threads, queue));
    lanes.add(lane);
    return lane;
  }

  /**
   * The lane that somebody means who configures this component: one of its own, or of the fabric.
   *
   * @throws TextException if there is none
   */
  public Lane laneNamed(String name) throws TextException {
    for (LaneCore lane : lanes) {
      if (lane.name().equals(member(name))) {
        return lane;
      }
    }
    List<String> known = new ArrayList<>(fabric.venues().names());
    if (known.contains(name)) {
      return fabric.lane(name);
    }
    String prefix = member("");
    lanes.forEach(lane -> known.add(lane.name().substring(prefix.length())));
    String meant =
        Nearest.to(name, known).map(near -> "Did you mean \"" + near + "\"? ").orElse("");
    throw new TextException("is no lane", meant + "There are " + String.join(", ", known) + ".");
  }

  /**
   * Says where the tasks of a twin come from.
   *
   * @param lane that runs them, or null: then each has a thread of its own
   */
  public Origin origin(@Nullable Lane lane, Origin.Options options) {
    return Origin.of(fabric, venue(lane), options);
  }

  /** As {@link #origin(Lane, Origin.Options)}, of tasks that run on the loop of the object. */
  public Origin origin(LoopCore loop, Origin.Options options) {
    return Origin.of(fabric, loop, options);
  }

  private Venue venue(@Nullable Lane lane) {
    if (lane == null) {
      return fabric.errands();
    }
    if (lane instanceof LaneCore core && core.fabric() == fabric) {
      return core;
    }
    throw new WiringException("Lane \"" + lane.name() + "\" is not of fabric \"" + fabric.name()
        + "\", to which " + name + " belongs");
  }

  /** Makes a generator, whose thread is named as the tasks of {@code origin} are. */
  public <T> Generator<T> generator(Origin origin, Generator.Source<T> body) {
    return fabric.generator(origin.name, body);
  }
}
