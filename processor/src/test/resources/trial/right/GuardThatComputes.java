package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Search {
  private final List<String> items = new ArrayList<>();

  boolean hasLong() {
    List<String> found = new ArrayList<>();
    int count = 0;
    for (String item : items) {
      if (item.length() > 10) {
        found.add(item);
        count++;
      }
    }
    return count > 0 && !found.isEmpty();
  }

  @Synchronized
  void put(String item) {
    items.add(item);
  }

  @Synchronized
  @WaitUntil("hasLong")
  String take() throws InterruptedException {
    return items.remove(0);
  }
}
