// LAP214
package reel;

import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.util.Arrays;
import java.util.function.IntSupplier;

/** A producer that gives the same array each time. */
public abstract class Reel {
  private final IntSupplier camera;
  private final int[] frame = new int[64]; // here

  protected Reel(IntSupplier camera) {
    this.camera = camera;
  }

  @Producer(to = "frames")
  int[] next() { // here
    for (int i = 0; i < frame.length; i++) {
      frame[i] = camera.getAsInt(); // here
    }
    return frame; // here
  }

  @Consumer(from = "frames")
  void show(int[] pixels) {
    System.out.println(Arrays.hashCode(pixels));
  }
}
