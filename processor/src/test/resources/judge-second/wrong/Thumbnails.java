// LAP008
package gallery;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The twin promises one picture, and its method makes several. */
public abstract class Thumbnails {
  public record Picture(String name, int width) {}

  private static final int[] WIDTHS = {64, 128, 256};

  List<Picture> scale(String name) {
    return java.util.Arrays.stream(WIDTHS).mapToObj(width -> new Picture(name, width)).toList();
  }

  @Async
  public abstract CompletableFuture<Picture> scaleAsync(String name); // here

  Picture crop(String name, int width) {
    return new Picture(name, width);
  }

  @Async
  public abstract Task<Picture> cropAsync(String name, int width);
}
