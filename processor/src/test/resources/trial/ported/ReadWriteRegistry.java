package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Services by name: many look up, few register, those that fall silent are removed. */
abstract class ReadWriteRegistry {
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Integer> silent = new TreeMap<>();

  @Synchronized(lock = "registry", read = true)
  String find(String name) {
    return addresses.get(name);
  }

  @Synchronized(lock = "registry")
  void register(String name, String address) {
    addresses.put(name, address);
    silent.put(name, 0);
  }

  @Synchronized(lock = "registry")
  void beat(String name) {
    silent.computeIfPresent(name, (key, count) -> 0);
  }

  @PeriodicTimer(every = "5s")
  @Synchronized(lock = "registry", read = true) //= @Synchronized(lock = "registry")
  void expire() {
    silent.replaceAll((name, count) -> count + 1); //! LAP201
    silent.entrySet().removeIf(entry -> {
      boolean isGone = entry.getValue() > 3;
      if (isGone) {
        addresses.remove(entry.getKey());
      }
      return isGone;
    });
  }

  @PeriodicTimer(every = "1m", daemon = true)
  @Synchronized(lock = "registry", read = true)
  void report() {
    System.out.println(silent);
  }
}
