package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.util.function.BooleanSupplier;

/**
 * How long those who wait at one place stay awake before they sleep: longer while that pays, and
 * hardly at all while it does not. The looks are a hint that several threads change without order.
 */
public final class Vigil {
  private static final int FEWEST = 16;
  private static final int FIRST = 20;
  private static final int MOST = 100;

  private final Cursor looks = new Cursor(); // changes often beside what senders and receivers read

  /** Makes one that begins with a few looks. */
  public Vigil() {
    looks.publish(FIRST);
  }

  /** Stays awake for a moment; says whether {@code ready} became true. */
  public boolean keep(Seam seam, BooleanSupplier ready, long pause) {
    int now = (int) looks.peek();
    if (seam.linger(ready, now, pause)) {
      if (now < MOST) {
        looks.publish(now * 2L);
      }
      return true;
    }
    if (now > FEWEST) {
      looks.publish(now / 2);
    }
    return false;
  }
}
