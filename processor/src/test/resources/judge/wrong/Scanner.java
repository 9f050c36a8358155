// LAP214
package scan;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.io.IOException;
import java.io.InputStream;

/** One buffer for all messages: it is filled again while the last one is still read. */
public abstract class Scanner {
  private final InputStream in;

  protected Scanner(InputStream in) {
    this.in = in;
  }

  @Producer(to = "blocks")
  void read(Sender<byte[]> out) throws IOException, InterruptedException {
    byte[] block = new byte[4096];
    int length;
    while ((length = in.read(block)) > 0) { // here
      if (length < block.length) {
        block[length] = 0; // here
      }
      out.send(block); // here
    }
  }

  @Consumer(from = "blocks")
  void hash(byte[] block) {
    int hash = 0;
    for (byte b : block) {
      hash = 31 * hash + b;
    }
    System.out.println(Integer.toHexString(hash));
  }
}
