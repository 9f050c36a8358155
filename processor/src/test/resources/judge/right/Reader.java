// the buffer is new in each round; what was sent is not touched again
package blocks;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

public abstract class Reader {
  private final InputStream in;

  protected Reader(InputStream in) {
    this.in = in;
  }

  @Producer(to = "blocks")
  void read(Sender<byte[]> out) throws IOException, InterruptedException {
    byte[] block = new byte[4096];
    for (int length; (length = in.read(block)) >= 0; ) {
      if (length < block.length) {
        out.send(Arrays.copyOf(block, length));
      } else {
        out.send(block);
        block = new byte[4096];
      }
    }
  }

  @Consumer(from = "blocks", concurrency = 2)
  void print(byte[] block) {
    System.out.println(Arrays.hashCode(block));
  }
}
