package io.lappet.processor.check;

import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.WovenModel;
import java.util.List;

/** Who waits until something becomes true keeps no permit that others may need to make it true. */
final class PermitHeldCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    for (GuardedModel method : woven.guarded()) {
      if (method.permit().isPresent() && method.guard().isPresent()) {
        String guard = method.guard().get().label();
        report.add(method.place(), Problem.PERMIT_HELD, method.signature().label(), guard);
      }
    }
  }
}
