package lab;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import java.util.List;
import java.util.Map;

/** Wildcards, boxing and dead letters that fit. */
public abstract class Readings {
  public abstract Channel<Map<String, ? extends List<? extends Number>>> runs();

  public abstract Channel<Integer> numbers();

  @Consumer(from = "runs")
  @OnError(retries = 1, deadLetter = "broken")
  void mean(Map<String, ? extends List<? extends Number>> run) {
    run.forEach((name, values) -> System.out.println(name + values.size()));
  }

  @Consumer(from = "numbers")
  void square(int number) {
    System.out.println(number * number);
  }

  @Consumer(from = "broken")
  void bury(DeadLetter<? extends Map<String, ?>> letter) {
    System.out.println(letter.message().keySet() + " " + letter.cause());
  }

  public void add(String name, List<Integer> values) throws InterruptedException {
    runs().send(Map.of(name, values));
    numbers().send(values.size());
  }
}
