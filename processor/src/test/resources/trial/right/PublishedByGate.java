package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.HashMap;
import java.util.Map;

abstract class Routes {
  private final Map<String, String> table = new HashMap<>();

  abstract Gate loaded();

  abstract Sender<String> requests();

  @Daemon
  void load() {
    table.put("a", "b");
    loaded().open();
  }

  @Consumer(from = "requests", concurrency = 4)
  @WaitUntil("loaded")
  void route(String request) throws InterruptedException {
    System.out.println(table.get(request));
  }
}
