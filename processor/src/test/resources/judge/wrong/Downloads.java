// LAP201
package net;

import io.lappet.ChannelView;
import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Four threads add to one counter, in a helper of a helper. */
public abstract class Downloads {
  private long bytes; // here
  private volatile String last = "";

  abstract Sender<URI> files();

  @Consumer(from = "files", concurrency = 4)
  void load(URI file) throws IOException {
    try (InputStream in = file.toURL().openStream()) {
      byte[] buffer = new byte[8192];
      for (int n; (n = in.read(buffer)) > 0; ) {
        account(n);
      }
    } finally {
      last = file.toString();
    }
  }

  private void account(int n) {
    if (n > 0) {
      add(n);
    }
  }

  private void add(int n) {
    bytes += n; // here
  }

  public String last() {
    return last;
  }
}
