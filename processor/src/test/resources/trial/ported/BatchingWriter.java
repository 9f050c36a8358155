package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

/** Collects records and writes them together: when there are enough, or after a while. */
abstract class BatchingWriter implements AutoCloseable {
  interface Target {
    void write(List<String> records);
  }

  private final Target target;
  private final int size;
  private List<String> buffer = new ArrayList<>();
  private long written;

  BatchingWriter(Target target, int size) {
    this.target = target;
    this.size = size;
  }

  @ChannelSpec(capacity = 16)
  abstract Channel<List<String>> batches();

  void add(String line) throws InterruptedException {
    List<String> full = append(line);
    if (full != null) {
      batches().send(full);
    }
  }

  @Synchronized(lock = "buffer")
  List<String> append(String line) {
    buffer.add(line);
    return buffer.size() >= size ? swap() : null;
  }

  @PeriodicTimer(every = "1s")
  void flush() throws InterruptedException {
    List<String> rest = rest();
    if (!rest.isEmpty()) {
      batches().send(rest);
      rest.clear(); //! LAP214 //=
    }
  }

  @Synchronized(lock = "buffer")
  List<String> rest() {
    return swap();
  }

  private List<String> swap() {
    List<String> full = buffer;
    buffer = new ArrayList<>();
    return full;
  }

  @Consumer(from = "batches")
  void write(List<String> batch) {
    target.write(batch);
    written += batch.size();
  }

  @Override
  public void close() {
    target.write(swap());
    System.out.println(written);
  }
}
