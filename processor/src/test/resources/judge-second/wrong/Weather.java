// LAP204
package weather;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** The loop waits for a server, and everything else of the object waits for the loop. */
@Woven(confined = true)
public abstract class Weather {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> forecasts = new HashMap<>();

  public abstract Sender<String> cities();

  @Consumer(from = "cities")
  void ask(String city) throws IOException, InterruptedException { // here
    forecasts.put(city, load(city)); // here
  }

  private String load(String city) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://w.example/" + city)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body(); // here
  }

  @PeriodicTimer(every = "1h")
  void forget() {
    forecasts.clear();
  }
}
