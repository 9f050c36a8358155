package mail;

import io.lappet.annotation.Synchronized;

/** What all stages have: numbers, under a lock of the base class. */
public abstract class AbstractStage<I, O> {
  private long handled;

  protected abstract O apply(I in);

  protected O timed(I in) {
    try {
      return apply(in);
    } finally {
      count();
    }
  }

  @Synchronized(lock = "numbers")
  protected void count() {
    handled++;
  }

  @Synchronized(lock = "numbers")
  public long handled() {
    return handled;
  }
}
