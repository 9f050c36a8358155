package app;

//? -Alappet.check.pinning=warn
import io.lappet.*;
import io.lappet.annotation.*;
import java.io.IOException;
import java.net.URI;
import java.util.Properties;

abstract class Rates {
  static final Source SOURCE = new Source();

  static final class Source {
    private final Properties values = new Properties();

    Source() {
      try {
        read();
      } catch (IOException e) {
        values.clear();
      }
    }

    void read() throws IOException {
      values.load(URI.create("http://rates").toURL().openStream()); //! LAP218 //= values.clear();
    }
  }

  String rate() {
    return SOURCE.values.getProperty("rate");
  }

  @Async
  abstract Task<String> rateAsync();
}
