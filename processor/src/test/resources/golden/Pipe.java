package app;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Type variables of the class, of methods and of constructors. */
public abstract class Pipe<T extends Comparable<? super T>, X extends Exception> {
  private final List<T> items = new ArrayList<>();

  protected <S extends T> Pipe(List<? extends S> first, Class<X> failure) {
    items.addAll(first);
  }

  public abstract Channel<T> in();

  public abstract Channel<Map<String, List<T>>> out();

  @Consumer(from = "in", to = "out")
  @Synchronized
  Map<String, List<T>> collect(T item) throws X {
    items.add(item);
    return Map.of("items", List.copyOf(items));
  }

  @Synchronized
  public <A, B extends Comparable<B>> B best(Map<A, ? extends B> of, B[] more) {
    return more[0];
  }
}
