package shards;

import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;

/** Each element belongs to one key, one lock by key, or one task. */
public abstract class Shards {
  public record Sample(int shard, long value) {}

  private final long[] sums = new long[16];
  private final long[] counts = new long[16];
  private final long[] cells = new long[1024];

  public abstract Sender<Sample> samples();

  @Consumer(from = "samples", concurrency = 4, key = "shard")
  void add(Sample sample) {
    sums[sample.shard()] += sample.value();
    count(sample.shard());
  }

  @Synchronized(lock = "shard", key = "shard")
  void count(int shard) {
    counts[shard]++;
  }

  @Synchronized(lock = "shard", key = "shard")
  public long count(int shard, long from) {
    return counts[shard] - from;
  }

  @Async
  abstract Task<Void> smoothAsync(int from, int to);

  void smooth(int from, int to) {
    for (int i = Math.max(1, from); i < to; i++) {
      cells[i] += cells[i - 1] / 2;
    }
  }
}
