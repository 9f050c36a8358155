package app;

import app.Shop.Premises;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.SharedResources;
import io.lappet.gen.Weaving;

/** {@link Shop.Premises}, one for each fabric: locks door and till; gates open and closed. */
@LappetGenerated
public final class WovenShop_Premises implements Premises {
  private static final SharedResources<WovenShop_Premises> SHARED =
      new SharedResources<>(1, "Premises", WovenShop_Premises::new);

  private final Gate openGate;
  private final Monitor doorLock;
  private final Gate closedGate;
  private final Monitor tillLock;

  private WovenShop_Premises(Weaving weaving) {
    openGate = weaving.gate("open");
    doorLock = weaving.lock("door");
    closedGate = weaving.gate("closed");
    tillLock = weaving.lock("till");
  }

  /** The {@link Shop.Premises} of {@code fabric}, made by the first who asks. */
  public static Premises in(Fabric fabric) {
    return SHARED.in(fabric);
  }

  @Override
  public Gate open() {
    return openGate;
  }

  @Override
  public Mutex door() {
    return doorLock;
  }

  @Override
  public Gate closed() {
    return closedGate;
  }

  @Override
  public Mutex till() {
    return tillLock;
  }
}
