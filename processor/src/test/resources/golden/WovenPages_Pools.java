package app;

import app.Pages.Pools;
import io.lappet.Fabric;
import io.lappet.Lane;
import io.lappet.annotation.Overflow;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.SharedResources;
import io.lappet.gen.Weaving;

/** {@link Pages.Pools}, one for each fabric: lanes uploads and mail. */
@LappetGenerated
final class WovenPages_Pools implements Pools {
  private static final SharedResources<WovenPages_Pools> SHARED =
      new SharedResources<>(1, "Pools", WovenPages_Pools::new);

  private final Lane uploadsLane;
  private final Lane mailLane;

  private WovenPages_Pools(Weaving weaving) {
    uploadsLane = weaving.lane("uploads", 2, 100, Overflow.FAIL);
    mailLane = weaving.laneOf("mail");
  }

  /** The {@link Pages.Pools} of {@code fabric}, made by the first who asks. */
  static Pools in(Fabric fabric) {
    return SHARED.in(fabric);
  }

  @Override
  public Lane uploads() {
    return uploadsLane;
  }

  @Override
  public Lane mail() {
    return mailLane;
  }
}
