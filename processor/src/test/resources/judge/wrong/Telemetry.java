// LAP206
package telemetry;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Sends under the lock that the only consumer takes. */
public abstract class Telemetry {
  record Sample(String sensor, double value) {}

  private final List<Sample> buffer = new ArrayList<>();
  private double sum;
  private long flushed;

  @ChannelSpec(capacity = 16)
  abstract Sender<Sample> samples();

  @Synchronized(lock = "stats") // here
  public void measure(String sensor, double value) throws InterruptedException { // here
    buffer.add(new Sample(sensor, value));
    if (buffer.size() == 50) {
      for (Sample sample : buffer) {
        samples().send(sample); // here
      }
      flushed += buffer.size();
      buffer.clear();
    }
  }

  @Consumer(from = "samples")
  @Synchronized(lock = "stats") // here
  void aggregate(Sample sample) { // here
    sum += sample.value();
  }

  @Synchronized(lock = "stats")
  public double mean() {
    return flushed == 0 ? 0 : sum / flushed;
  }
}
