// LAP001
package shop.coupons;

import io.lappet.annotation.Synchronized;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Hands out coupons, each of which can be redeemed once. */
public class CouponService {
  private final Map<String, Instant> expiry = new HashMap<>();
  private final Map<String, String> redeemedBy = new HashMap<>();

  @Synchronized // here
  public void issue(String code, Instant until) { // here
    if (expiry.putIfAbsent(code, until) != null) {
      throw new IllegalArgumentException("issued already: " + code);
    }
  }

  @Synchronized
  public boolean redeem(String code, String customer, Instant now) {
    Instant until = expiry.get(code);
    if (until == null || until.isBefore(now)) {
      return false;
    }
    return redeemedBy.putIfAbsent(code, customer) == null;
  }

  public static CouponService inMemory() {
    return new CouponService();
  }
}
