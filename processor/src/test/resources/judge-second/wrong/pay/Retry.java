package pay;

import java.util.concurrent.Callable;

/** Tries a call again, with a pause. */
public final class Retry {
  private Retry() {}

  public static <T> T times(int times, Callable<T> call) throws Exception {
    for (int i = 1; ; i++) {
      try {
        return call.call();
      } catch (Exception e) {
        if (i == times) {
          throw e;
        }
        pause(i);
      }
    }
  }

  private static void pause(int attempt) throws InterruptedException {
    Thread.sleep(100L * attempt); // here
  }
}
