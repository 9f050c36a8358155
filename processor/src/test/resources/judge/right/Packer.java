// a copy is sent, or a new one is made for each round
package pack;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

public abstract class Packer {
  private List<String> open = new ArrayList<>();

  abstract Sender<List<String>> boxes();

  @Synchronized
  public void add(String thing) {
    open.add(thing);
  }

  @Synchronized
  List<String> takeOpen() {
    List<String> full = open;
    open = new ArrayList<>();
    return full;
  }

  @PeriodicTimer(every = "5s")
  void flush() throws InterruptedException {
    List<String> full = takeOpen();
    if (!full.isEmpty()) {
      boxes().send(full);
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      labels.add("label " + i);
      boxes().send(List.copyOf(labels));
      boxes().send(new ArrayList<>(labels));
    }
    for (int i = 0; i < 3; i++) {
      List<String> row = new ArrayList<>();
      row.add("row " + i);
      boxes().send(row);
    }
    labels.clear();
  }

  @Consumer(from = "boxes")
  void ship(List<String> box) {
    box.forEach(System.out::println);
  }
}
