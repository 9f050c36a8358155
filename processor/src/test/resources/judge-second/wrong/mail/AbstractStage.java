package mail;

import java.time.Duration;
import java.time.Instant;

/** What all stages of the mail pipeline have: numbers of what they did. */
public abstract class AbstractStage<I, O> {
  private long handled; // here

  protected abstract O apply(I in);

  protected O timed(I in) {
    Instant begun = Instant.now();
    try {
      return apply(in);
    } finally {
      handled++; // here
      slowest(Duration.between(begun, Instant.now()));
    }
  }

  private static void slowest(Duration took) {
    if (took.toSeconds() > 10) {
      System.out.println("slow: " + took);
    }
  }

  public long handled() {
    return handled;
  }
}
