package pay;

import java.util.concurrent.Callable;

/** Tries a call again, with a pause. */
public final class Retry {
  private Retry() {}

  public static <T> T times(int times, Callable<T> call) throws Exception {
    for (int i = 1; ; i++) {
      try {
        return call.call();
      } catch (IllegalStateException e) {
        if (i == times) {
          throw e;
        }
        Thread.sleep(100L * i);
      }
    }
  }
}
