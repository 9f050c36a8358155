package space;

import io.lappet.Gate;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.WaitUntil;
import java.util.List;
import java.util.Optional;

/** The gate is opened by a method reference, far away from where it is waited for. */
abstract class Launch {
  private final List<String> checks;

  protected Launch(List<String> checks) {
    this.checks = List.copyOf(checks);
  }

  abstract Gate cleared();

  void check(String name) {
    Optional.of(name).filter(checks::contains).ifPresent(it -> all().forEach(Runnable::run));
  }

  private List<Runnable> all() {
    return List.of(cleared()::open, () -> System.out.println("cleared"));
  }

  @Daemon
  void countDown() throws InterruptedException {
    for (int i = 10; i > 0; i--) {
      System.out.println(i);
    }
    start();
  }

  @WaitUntil("cleared")
  void start() throws InterruptedException {
    System.out.println("lift-off");
  }
}
