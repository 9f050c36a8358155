// an accessor and a twin in a method that the constructor only hands to others to call later
package start;

import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Consumer;
import java.util.function.Supplier;

public abstract class Starter {
  private final Supplier<Task<String>> later;
  private final Runnable bell;

  protected Starter(String name) {
    later = () -> greetAsync(name);
    bell = this::ring;
  }

  abstract Sender<String> rings();

  private void ring() {
    rings().trySend("ring");
  }

  String greet(String name) {
    return "hello " + name;
  }

  @Async
  abstract Task<String> greetAsync(String name);

  @Consumer(from = "rings")
  void heard(String sound) {
    bell.run();
    System.out.println(sound + later.get().join());
  }
}
