package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.PermitUse;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Reads the methods whose calls wait: for gates, permits, locks, guards. */
final class GuardedStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    Resources resources = new Resources(user, woven, report);
    SynchronizedReader locks = new SynchronizedReader(user, resources, report);
    WaitUntilReader waits = new WaitUntilReader(user, resources, report);
    LimitReader limits = new LimitReader(resources, report);
    for (Member method : user.methods()) {
      if (method.isGuarded()) {
        Optional<HoldModel> hold = locks.read(method);
        Optional<PermitUse> permit = limits.read(method);
        WaitUntilReader.Result wait = waits.read(method, hold);
        if (method.obstacle().isPresent()) {
          hold.map(HoldModel::locks).orElse(List.of()).stream()
              .map(LockUse::name)
              .forEach(woven::unclear);
        } else {
          woven.add(new GuardedModel(
              Signatures.of(method),
              wait.gate(),
              permit,
              hold,
              wait.guard(),
              user.throwsInterrupted(method),
              method.anchor(method.place())));
        }
        if (hold.isPresent()
            && method.is(Modifier.SYNCHRONIZED)
            && method.obstacle().isEmpty()) {
          report.add(method.place(), Problem.ALSO_SYNCHRONIZED, method.label());
        }
      }
    }
  }
}
