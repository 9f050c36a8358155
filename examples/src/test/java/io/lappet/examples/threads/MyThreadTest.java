package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MyThreadTest {
  @Test
  void twoObjectsAreTwoThreadsOfDifferentNames() {
    List<String> printed = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      for (int i = 0; i < 2; i++) {
        new WovenMyThread(
                fabric, line -> printed.add(Thread.currentThread().getName() + ": " + line))
            .start();
      }
    }

    assertThat(printed).hasSize(2).doesNotHaveDuplicates();
    assertThat(printed).allMatch(line -> line.matches("MyThread.*: MyThread extended from Thread"));
  }
}
