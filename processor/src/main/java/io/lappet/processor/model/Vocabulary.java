package io.lappet.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * The types of the library, by name: the processor does not need them on its own class path, and
 * reads a user's class even where they are missing.
 */
public final class Vocabulary {
  private static final String ANNOTATIONS = "io.lappet.annotation";
  private static final String API = "io.lappet";
  private static final String GEN = "io.lappet.gen";

  public static final ClassName WOVEN = ClassName.get(ANNOTATIONS, "Woven");
  public static final ClassName SHARED = ClassName.get(ANNOTATIONS, "Shared");
  public static final ClassName DAEMON = ClassName.get(ANNOTATIONS, "Daemon");
  public static final ClassName PRODUCER = ClassName.get(ANNOTATIONS, "Producer");
  public static final ClassName CONSUMER = ClassName.get(ANNOTATIONS, "Consumer");
  public static final ClassName PERIODIC_TIMER = ClassName.get(ANNOTATIONS, "PeriodicTimer");
  public static final ClassName SYNCHRONIZED = ClassName.get(ANNOTATIONS, "Synchronized");
  public static final ClassName WAIT_UNTIL = ClassName.get(ANNOTATIONS, "WaitUntil");
  public static final ClassName LIMIT = ClassName.get(ANNOTATIONS, "Limit");
  public static final ClassName ASYNC = ClassName.get(ANNOTATIONS, "Async");
  public static final ClassName ON_ERROR = ClassName.get(ANNOTATIONS, "OnError");
  public static final ClassName ACCEPT = ClassName.get(ANNOTATIONS, "Accept");
  public static final ClassName ACCEPT_SEVERAL = ClassName.get(ANNOTATIONS, "Accept", "Several");
  public static final ClassName CHANNEL_SPEC = ClassName.get(ANNOTATIONS, "ChannelSpec");

  public static final ClassName OVERFLOW = ClassName.get(ANNOTATIONS, "Overflow");
  public static final ClassName OVERLAP = ClassName.get(ANNOTATIONS, "Overlap");
  public static final ClassName GAP = ClassName.get(ANNOTATIONS, "Gap");
  public static final ClassName FOLD = ClassName.get(ANNOTATIONS, "Fold");
  public static final ClassName THREAD_KIND = ClassName.get(ANNOTATIONS, "ThreadKind");
  public static final ClassName THEN = ClassName.get(ANNOTATIONS, "OnError", "Then");

  public static final ClassName FABRIC = ClassName.get(API, "Fabric");
  public static final ClassName CHANNEL = ClassName.get(API, "Channel");
  public static final ClassName SENDER = ClassName.get(API, "Sender");
  public static final ClassName RECEIVER = ClassName.get(API, "Receiver");
  public static final ClassName CHANNEL_VIEW = ClassName.get(API, "ChannelView");
  public static final ClassName DEAD_LETTER = ClassName.get(API, "DeadLetter");
  public static final ClassName MUTEX = ClassName.get(API, "Mutex");
  public static final ClassName GATE = ClassName.get(API, "Gate");
  public static final ClassName PERMITS = ClassName.get(API, "Permits");
  public static final ClassName LANE = ClassName.get(API, "Lane");
  public static final ClassName TASK = ClassName.get(API, "Task");
  public static final ClassName GENERATOR = ClassName.get(API, "Generator");
  public static final ClassName YIELD = ClassName.get(API, "Yield");
  public static final ClassName TICK = ClassName.get(API, "Tick");
  public static final ClassName WORKER = ClassName.get(API, "Worker");
  public static final ClassName TIMER = ClassName.get(API, "Timer");
  public static final ClassName LOCK = ClassName.get("java.util.concurrent.locks", "Lock");
  public static final ClassName READ_WRITE_LOCK =
      ClassName.get("java.util.concurrent.locks", "ReadWriteLock");

  public static final ClassName WEAVING = ClassName.get(GEN, "Weaving");
  public static final ClassName MONITOR = ClassName.get(GEN, "Monitor");
  public static final ClassName MONITORS = ClassName.get(GEN, "Monitors");
  public static final ClassName READ_WRITE_MONITOR = ClassName.get(GEN, "ReadWriteMonitor");
  public static final ClassName KEYED_MONITOR = ClassName.get(GEN, "KeyedMonitor");
  public static final ClassName LOCK_OWNER = ClassName.get(GEN, "LockOwner");
  public static final ClassName GUARD = ClassName.get(GEN, "Guard");
  public static final ClassName GATES = ClassName.get(GEN, "Gates");
  public static final ClassName LIMITS = ClassName.get(GEN, "Limits");
  public static final ClassName TIMEOUTS = ClassName.get(GEN, "Timeouts");
  public static final ClassName CHANNELS = ClassName.get(GEN, "Channels");
  public static final ClassName SHARED_RESOURCES = ClassName.get(GEN, "SharedResources");
  public static final ClassName TWIN = ClassName.get(GEN, "Twin");
  public static final ClassName CRON_TABLE = ClassName.get(GEN, "CronTable");
  public static final ClassName LOOP = ClassName.get(GEN, "Loop");
  public static final ClassName GENERATED = ClassName.get(GEN, "LappetGenerated");

  /** The annotations on methods that the runtime calls. */
  public static final List<ClassName> ACTIVATIONS =
      List.of(DAEMON, PRODUCER, CONSUMER, PERIODIC_TIMER);

  /** The annotations on methods whose calls wait. */
  public static final List<ClassName> WAITS = List.of(SYNCHRONIZED, WAIT_UNTIL, LIMIT);

  /** All annotations. */
  public static final List<ClassName> ALL = List.of(
      WOVEN,
      SHARED,
      DAEMON,
      PRODUCER,
      CONSUMER,
      PERIODIC_TIMER,
      SYNCHRONIZED,
      WAIT_UNTIL,
      LIMIT,
      ASYNC,
      ON_ERROR,
      CHANNEL_SPEC);

  private Vocabulary() {}
}
