package io.lappet.gen;

import io.lappet.Body;
import io.lappet.Channel;
import io.lappet.Fn;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.annotation.Fold;
import io.lappet.annotation.Gap;
import io.lappet.annotation.Overlap;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.fabric.Calendar;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.TimerSchedule;
import io.lappet.internal.fabric.TimerWorker;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.text.ZoneText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Makes the worker of a periodic method. */
public final class TimerMaker extends ActivationMaker<TimerMaker> {
  private final Seam seam;
  private final String method;
  private @Nullable Duration period;
  private @Nullable Calendar calendar;
  private @Nullable CronTable cron;
  private @Nullable ZoneId zone;
  private Gap gap = Gap.AUTO;
  private Fold fold = Fold.AUTO;
  private @Nullable Duration initialDelay;
  private boolean fixedDelay;
  private Duration jitter = Duration.ZERO;
  private Overlap overlap = Overlap.SKIP;
  private @Nullable Duration timeout;
  private boolean daemon;

  TimerMaker(Component component, String method, Seam seam) {
    super(component, method, component.nextTimer(method));
    this.seam = seam;
    this.method = method;
  }

  @Override
  TimerMaker self() {
    return this;
  }

  /** Sets the period, at a fixed rate. */
  public TimerMaker every(Duration period) {
    this.period = period;
    return this;
  }

  /** Sets the period, counted from the end of a run to the start of the next. */
  public TimerMaker fixedDelay(Duration period) {
    this.period = period;
    this.fixedDelay = true;
    return this;
  }

  /** Sets the times of day at which it runs, instead of a period. */
  TimerMaker at(Calendar calendar) {
    this.calendar = calendar;
    return this;
  }

  /** Sets the times of day at which it runs, instead of a period, as a table. */
  public TimerMaker cron(CronTable times) {
    this.cron = times;
    return this;
  }

  /**
   * Sets the time zone of the times of day; without it that of the fabric.
   *
   * @throws java.time.DateTimeException if this JDK does not know the zone
   */
  public TimerMaker zone(String id) {
    this.zone = ZoneId.of(id);
    return this;
  }

  /** Sets what happens with times of day that clocks skip. */
  public TimerMaker gap(Gap gap) {
    this.gap = gap;
    return this;
  }

  /** Sets what happens with times of day that come twice. */
  public TimerMaker fold(Fold fold) {
    this.fold = fold;
    return this;
  }

  /** Sets by how much at most a run begins later than its tick, by chance. */
  public TimerMaker jitter(Duration longest) {
    this.jitter = longest;
    return this;
  }

  /**
   * Sets what happens with ticks that come while a run of the method is not over. With {@code
   * PARALLEL} there are at most as many runs at a time as {@link #concurrency} says.
   */
  public TimerMaker overlap(Overlap overlap) {
    this.overlap = overlap;
    return this;
  }

  /** Sets how long a call may take. */
  public TimerMaker timeout(Duration limit) {
    this.timeout = limit;
    return this;
  }

  /** Sets the time to the first run. */
  public TimerMaker initialDelay(Duration delay) {
    this.initialDelay = delay;
    return this;
  }

  /** Lets the program end although the timer runs. */
  public TimerMaker daemon() {
    this.daemon = true;
    return this;
  }

  /** For {@code void m()}. */
  public Timer runs(Body body) {
    return runs("()", tick -> body.run());
  }

  /** For {@code void m(Tick tick)}. */
  public Timer runsWith(Handler<? super Tick> body) {
    return runs("(Tick)", body);
  }

  private Timer runs(String parameters, Handler<? super Tick> body) {
    Fn<Tick, Object> call = tick -> {
      body.handle(tick);
      return null;
    };
    return make(parameters, call, null);
  }

  /** For {@code R m()}. */
  public <R> Timer sends(Callable<? extends R> body, Channel<R> to) {
    return make("()", tick -> body.call(), ChannelCore.of(to));
  }

  /** For {@code R m(Tick tick)}. */
  public <R> Timer sendsWith(Fn<? super Tick, ? extends R> body, Channel<R> to) {
    return make("(Tick)", body, ChannelCore.of(to));
  }

  private <R> Timer make(
      String parameters, Fn<? super Tick, ? extends R> body, @Nullable ChannelCore<R> to) {
    return component.add(
        new TimerWorker<>(component, spec(), schedule(), method + parameters, body, to));
  }

  @Override
  boolean isConcurrent() {
    return overlap == Overlap.PARALLEL;
  }

  /** What is declared, and what is configured instead. */
  private TimerSchedule schedule() {
    Tuning tuning = component.tuning(member);
    if (tuning == null) {
      return declared();
    }
    tune(tuning);
    return tuning.make(this::declared);
  }

  private void tune(Tuning tuning) {
    if (period != null) {
      period = tuning.period("every", period);
      initialDelay = tuning.optional("initialDelay", initialDelay);
    } else if (cron != null) {
      cron = tuning.read("cron", cron, CronTable::read);
      zone = tuning.optional("zone", zone, ZoneText::read);
    }
    timeout = tuning.optionalPeriod("timeout", timeout);
  }

  private TimerSchedule declared() {
    return new TimerSchedule(
        period,
        cron == null ? calendar : cron.in(zone == null ? seam.zone() : zone, gap, fold),
        initialDelay,
        fixedDelay,
        jitter,
        overlap,
        timeout,
        daemon);
  }
}
