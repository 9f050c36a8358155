package film;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/** What is sent from a field is replaced: after it was given away, or before it is filled again. */
public abstract class Film {
  private final IntSupplier camera;
  private int[] frame = new int[64];
  private List<String> cuts = new ArrayList<>();

  protected Film(IntSupplier camera) {
    this.camera = camera;
  }

  abstract Sender<List<String>> reports();

  @Producer(to = "frames")
  int[] next() {
    frame = new int[64];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = camera.getAsInt();
    }
    return frame;
  }

  @PeriodicTimer(every = "1m")
  void report() throws InterruptedException {
    cuts.add("cut");
    List<String> full = cuts;
    cuts = new ArrayList<>();
    reports().send(full);
  }

  @Consumer(from = "frames")
  void show(int[] pixels) {
    System.out.println(Arrays.hashCode(pixels));
  }

  @Consumer(from = "reports")
  void print(List<String> lines) {
    lines.forEach(System.out::println);
  }
}
