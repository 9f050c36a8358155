package weather;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** The loop asks another object, which may wait, and gets the answer as a call of its own. */
@Woven(confined = true)
public abstract class Storm {
  /** Talks to the server, on threads of its own. */
  public abstract static class Server {
    private final HttpClient http = HttpClient.newHttpClient();

    String load(String city) throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://w.example/" + city)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Async(timeout = "10s")
    public abstract Task<String> loadAsync(String city);
  }

  private final Server server;
  private final Map<String, String> forecasts = new HashMap<>();

  protected Storm(Server server) {
    this.server = server;
  }

  @PeriodicTimer(every = "10m")
  void refresh() {
    for (String city : forecasts.keySet()) {
      server.loadAsync(city).onSuccess(text -> keepAsync(city, text));
    }
  }

  void keep(String city, String text) {
    forecasts.put(city, text);
  }

  @Async
  public abstract void keepAsync(String city, String text);
}
