// channels with generics and boxing through a base class
package generic;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class Generic {
  public abstract static class Step<I, O> {
    abstract Sender<I> input();

    @Consumer(from = "input", to = "output")
    O step(I value) {
      return apply(value);
    }

    protected abstract O apply(I value);
  }

  public abstract static class Lengths extends Step<CharSequence, Integer> {
    private final Iterator<Map.Entry<String, List<Integer>>> entries;

    protected Lengths(Map<String, List<Integer>> map) {
      entries = map.entrySet().iterator();
    }

    @Override
    protected Integer apply(CharSequence value) {
      return value.length();
    }

    @Consumer(from = "output")
    void print(long length) {
      System.out.println(length);
    }

    @Producer(to = "entries")
    Map.Entry<String, List<Integer>> next() {
      return entries.hasNext() ? entries.next() : null;
    }

    @Consumer(from = "entries")
    void entry(Map.Entry<String, ? extends List<? extends Number>> entry) {
      Optional.of(entry.getValue()).ifPresent(System.out::println);
    }
  }
}
