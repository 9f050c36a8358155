package hub;

import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.util.List;

/** A twin that calls it directly, in a lambda that runs at once. */
public abstract class Watcher {
  private final Loop loop;

  protected Watcher(Loop loop) {
    this.loop = loop;
  }

  @Limit(permits = 2)
  void watch(List<String> names) { // here
    names.forEach(name -> loop.see("name " + name)); // here
  }

  @Async
  public abstract void watchAsync(List<String> names);
}
