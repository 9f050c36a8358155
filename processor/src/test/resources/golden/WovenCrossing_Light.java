package app;

import app.Crossing.Light;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Permits;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Weaving;

/** {@link Crossing.Light}, woven. */
@LappetGenerated
class WovenCrossing_Light extends Light {
  private final Gate greenGate;
  private final Permits lanesPermits;

  WovenCrossing_Light(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Light", this);
    greenGate = weaving.gate("green");
    lanesPermits = weaving.fairPermits("lanes", 2);
  }

  @Override
  Gate green() {
    return Weaving.ready(greenGate, "Crossing.Light.green()");
  }

  @Override
  Permits lanes() {
    return Weaving.ready(lanesPermits, "Crossing.Light.lanes()");
  }
}
