package stage;

import io.lappet.annotation.Consumer;

/** A step between two channels. */
public abstract class Stage<I, O> {
  protected abstract O work(I in);

  @Consumer(from = "in", to = "out")
  O handle(I in) {
    System.out.println("handling " + in);
    return work(in);
  }
}
