package app;

import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** What was sent before the start is given out in the order of its channel. */
public class Orders {
  record Job(int urgency, String name) implements Comparable<Job> {
    @Override
    public int compareTo(Job other) {
      return Integer.compare(urgency, other.urgency);
    }
  }

  static final class MostUrgentFirst implements Comparator<Job> {
    @Override
    public int compare(Job one, Job other) {
      return other.compareTo(one);
    }
  }

  record Alarm(long due, String name) implements Delayed {
    static Alarm in(long milliseconds, String name) {
      return new Alarm(System.nanoTime() + milliseconds * 1_000_000, name);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(due - ((Alarm) other).due, 0);
    }
  }

  abstract static class Desk {
    final List<String> sheets = new ArrayList<>();
    final List<String> calm = new ArrayList<>();
    final List<String> urgent = new ArrayList<>();
    final List<String> rung = new ArrayList<>();

    @ChannelSpec(order = Order.LIFO)
    abstract Sender<String> pile();

    @ChannelSpec(order = Order.PRIORITY)
    abstract Sender<Job> lowest();

    @ChannelSpec(order = Order.PRIORITY, comparator = MostUrgentFirst.class)
    abstract Sender<Job> highest();

    @ChannelSpec(order = Order.DELAY, capacity = ChannelSpec.UNBOUNDED)
    abstract Sender<Alarm> alarms();

    @Consumer(from = "pile")
    void take(String sheet) {
      sheets.add(sheet);
    }

    @Consumer(from = "lowest")
    void doLowest(Job job) {
      calm.add(job.name());
    }

    @Consumer(from = "highest")
    void doHighest(Job job) {
      urgent.add(job.name());
    }

    @Consumer(from = "alarms")
    void ring(Alarm alarm) {
      boolean isDue = alarm.getDelay(TimeUnit.NANOSECONDS) <= 0;
      rung.add(isDue ? alarm.name() : alarm.name() + " too early");
    }
  }

  public static void main(String[] arguments) throws Exception {
    Desk desk;
    try (Fabric fabric = Fabric.create()) {
      desk = new WovenOrders_Desk(fabric);
      for (String sheet : List.of("a", "b", "c")) {
        desk.pile().send(sheet);
      }
      List<Job> jobs = List.of(
          new Job(2, "b"), new Job(1, "a"), new Job(3, "c"), new Job(2, "b2"), new Job(1, "a2"));
      for (Job job : jobs) {
        desk.lowest().send(job);
        desk.highest().send(job);
      }
      desk.alarms().send(Alarm.in(60, "later"));
      desk.alarms().send(Alarm.in(0, "now"));
      desk.alarms().send(Alarm.in(30, "soon"));
      fabric.start();
    }
    check(desk.sheets, "c", "b", "a");
    check(desk.calm, "a", "a2", "b", "b2", "c");
    check(desk.urgent, "c", "b", "b2", "a", "a2");
    check(desk.rung, "now", "soon", "later");
  }

  private static void check(List<String> given, String... expected) {
    if (!given.equals(List.of(expected))) {
      throw new AssertionError(given);
    }
  }
}
