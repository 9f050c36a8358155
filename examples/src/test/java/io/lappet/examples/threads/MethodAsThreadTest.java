package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MethodAsThreadTest {
  @Test
  void itPrintsOnceFromAnotherThread() {
    List<String> printed = new CopyOnWriteArrayList<>();
    List<Thread> threads = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      new WovenMethodAsThread(fabric, line -> {
            printed.add(line);
            threads.add(Thread.currentThread());
          })
          .funcAsync();
    }

    assertThat(printed).containsExactly("func() passed to Thread");
    assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
  }
}
