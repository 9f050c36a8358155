package app;

import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Order;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;

/** What channels can be: an order each, a key, a topic, batches; and how many threads use them. */
public abstract class Dispatch {
  public record Job(String account, int urgency) implements Comparable<Job> {
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

  @ChannelSpec(order = Order.PRIORITY, capacity = ChannelSpec.UNBOUNDED)
  abstract Sender<Job> jobs();

  @ChannelSpec(order = Order.PRIORITY, comparator = MostUrgentFirst.class)
  abstract ChannelView<Job> urgent();

  @ChannelSpec(order = Order.LIFO, capacity = 8)
  abstract ChannelView<String> recent();

  @ChannelSpec(order = Order.DELAY)
  abstract Sender<Delayed> due();

  @ChannelSpec(topic = true)
  abstract ChannelView<String> news();

  @Consumer(from = "jobs", to = "urgent")
  Job sort(Job job) {
    return job;
  }

  @Consumer(from = "urgent", to = "bills")
  Job pass(Job job) {
    return job;
  }

  @Consumer(from = "bills", to = "rows", key = "account", concurrency = 4)
  @OnError(deadLetter = "dead")
  String bill(Job job) {
    return job.account();
  }

  @Consumer(from = "rows", to = "news", batch = 100, linger = "5ms")
  String store(List<String> rows) {
    return String.join(",", rows);
  }

  @PeriodicTimer(every = "1m", to = "news")
  String remind() {
    return "still here";
  }

  @Consumer(from = "news")
  void print(String text) {}

  @Consumer(from = "news")
  void send(String text) {}

  @Producer(to = "recent")
  String hear() {
    return null;
  }

  @Consumer(from = "recent")
  void answer(String question) {}

  @Consumer(from = "due")
  void wake(Delayed message) {}

  @Consumer(from = "dead", batch = 10)
  void bury(List<DeadLetter<Job>> letters) {}
}
