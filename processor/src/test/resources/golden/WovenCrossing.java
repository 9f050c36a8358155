package app;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Permits;
import io.lappet.gen.Gates;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Limits;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.Objects;

/**
 * {@link Crossing}, woven: sweep() runs from start to stop; "street" guards sweep() and reset().
 */
@LappetGenerated
class WovenCrossing extends Crossing {
  private static final Duration CROSS_OTHER_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration LOAD_TIMEOUT = Duration.ofSeconds(0);
  private static final Duration SWEEP_GATE_TIMEOUT = Duration.ofHours(1);
  private static final Duration SWEEP_LIMIT_TIMEOUT = Duration.ofMinutes(1);
  private static final Duration SWEEP_LOCK_TIMEOUT = Duration.ofSeconds(1);

  private final Monitor streetLock;
  private final Gate openGate;
  private final Permits dbPermits;
  private final Permits countPermits;
  private final Duration crossOtherTimeout;
  private final Duration loadTimeout;
  private final Duration sweepGateTimeout;
  private final Duration sweepLimitTimeout;
  private final Duration sweepLockTimeout;

  WovenCrossing(Fabric fabric, Crossing.Light light) {
    super(light);
    Weaving weaving = Weaving.of(fabric, 1, "Crossing", this);
    streetLock = weaving.lock("street");
    openGate = weaving.gate("open");
    dbPermits = weaving.permits("db", 2);
    countPermits = weaving.permits("count", 4);
    crossOtherTimeout = weaving.timeout("crossOther", CROSS_OTHER_TIMEOUT);
    loadTimeout = weaving.timeout("load", LOAD_TIMEOUT);
    sweepGateTimeout = weaving.timeout("sweep", "gateTimeout", SWEEP_GATE_TIMEOUT);
    sweepLimitTimeout = weaving.timeout("sweep", "limitTimeout", SWEEP_LIMIT_TIMEOUT);
    sweepLockTimeout = weaving.timeout("sweep", "lockTimeout", SWEEP_LOCK_TIMEOUT);
    weaving.daemon("sweep").runs(this::sweep);
    weaving.register();
  }

  @Override
  Gate open() {
    return Weaving.ready(openGate, "Crossing.open()");
  }

  @Override
  Permits db() {
    return Weaving.ready(dbPermits, "Crossing.db()");
  }

  /** Waits for gate light.green. */
  @Override
  void cross() throws InterruptedException {
    Gates.awaitInterruptibly(light.green(), "Crossing.cross()");
    super.cross();
  }

  /** Waits for gate other.green (at most 3s). */
  @Override
  void crossOther(Crossing.Light other) {
    Gates.await(
        other.green(),
        Objects.requireNonNullElse(crossOtherTimeout, CROSS_OTHER_TIMEOUT),
        "Crossing.crossOther()");
    super.crossOther(other);
  }

  /** Takes one of 4 permits. */
  @Override
  int count() {
    Permits permits = countPermits;
    if (permits == null) { // still constructing: not shared yet
      return super.count();
    }
    Limits.enter(permits, "Crossing.count()");
    try {
      return super.count();
    } finally {
      Limits.exit(permits);
    }
  }

  /** Takes a permit of db (at most 0s). */
  @Override
  String load(String id) throws InterruptedException {
    Permits permits = dbPermits;
    if (permits == null) { // still constructing: not shared yet
      return super.load(id);
    }
    Limits.enterInterruptibly(permits, loadTimeout, "Crossing.load()");
    try {
      return super.load(id);
    } finally {
      Limits.exit(permits);
    }
  }

  /** Waits for gate open, takes a permit of light.lanes. */
  @Override
  void drive(String permits) {
    Gate gate = openGate;
    if (gate == null) { // still constructing: not shared yet
      super.drive(permits);
      return;
    }
    Gates.await(gate, "Crossing.drive()");
    Permits permits_ = light.lanes();
    Limits.enter(permits_, "Crossing.drive()");
    try {
      super.drive(permits);
    } finally {
      Limits.exit(permits_);
    }
  }

  /**
   * Waits for gate open (at most 1h), takes a permit of db (at most 1m), holds "street" (at most
   * 1s).
   */
  @Override
  void sweep() {
    Gate gate = openGate;
    Permits permits = dbPermits;
    Monitor lock = streetLock;
    if (gate == null) { // still constructing: not shared yet
      super.sweep();
      return;
    }
    Gates.await(gate, sweepGateTimeout, "Crossing.sweep()");
    Limits.enter(permits, sweepLimitTimeout, "Crossing.sweep()");
    try {
      lock.enter(sweepLockTimeout, "Crossing.sweep()");
      try {
        super.sweep();
      } finally {
        lock.exit();
      }
    } finally {
      Limits.exit(permits);
    }
  }

  /** Holds "street". */
  @Override
  void reset() {
    Monitor lock = streetLock;
    if (lock == null) { // still constructing: not shared yet
      super.reset();
      return;
    }
    lock.enter();
    try {
      super.reset();
    } finally {
      lock.exit();
    }
  }
}
