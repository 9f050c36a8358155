package files;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counters that are made for several threads. */
public abstract class TransferGauge {
  private final Path target;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LongAdder bytes = new LongAdder();
  private final ThreadLocal<StringBuilder> line = ThreadLocal.withInitial(StringBuilder::new);

  protected TransferGauge(Path target) {
    this.target = target;
  }

  public abstract Sender<Path> uploads();

  @Consumer(from = "uploads", concurrency = 3)
  void upload(Path file) throws IOException {
    inFlight.incrementAndGet();
    try {
      Files.copy(file, target.resolve(file.getFileName()));
      bytes.add(Files.size(file));
      StringBuilder text = line.get();
      text.setLength(0);
      System.out.println(text.append(file).append(" of ").append(inFlight.get()));
    } finally {
      inFlight.decrementAndGet();
    }
  }
}
