// LAP214
package video;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.Consumer;
import java.io.IOException;
import java.io.InputStream;

/** The buffer that was sent is read into again at once. */
public abstract class Frames {
  private final InputStream camera;

  protected Frames(InputStream camera) {
    this.camera = camera;
  }

  @ChannelSpec(capacity = 8)
  abstract Channel<byte[]> frames();

  @Daemon
  void capture() throws IOException, InterruptedException {
    byte[] frame = new byte[640 * 480];
    while (camera.read(frame) > 0) { // here
      frames().send(frame); // here
    }
  }

  @Consumer(from = "frames")
  void show(byte[] frame) {
    int sum = 0;
    for (byte pixel : frame) {
      sum += pixel & 0xff;
    }
    System.out.println("brightness " + sum / frame.length);
  }
}
