package io.lappet.internal.channel;

import io.lappet.internal.seam.Seam;
import java.util.function.BooleanSupplier;

/**
 * How long those who wait at one place stay awake before they sleep: longer while that pays, and
 * hardly at all while it does not. The looks are a hint that several threads change without order.
 */
final class Vigil {
  private static final int FEWEST = 4;
  private static final int MOST = Integer.getInteger("lp.most", 100);

  private volatile int looks = 20;

  /** Stays awake for a moment; says whether {@code ready} became true. */
  boolean keep(Seam seam, BooleanSupplier ready) {
    int now = looks;
    if (seam.linger(ready, now)) {
      if (now < MOST) {
        looks = now * 2;
      }
      return true;
    }
    if (now > FEWEST) {
      looks = now / 2;
    }
    return false;
  }
}
