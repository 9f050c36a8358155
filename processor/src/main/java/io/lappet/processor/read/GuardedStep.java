package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.Locks;
import io.lappet.processor.model.PermitUse;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

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
    refuseLockNamed(user, woven, report);
  }

  /** Generated code must not take the place of what the user has written for something else. */
  private static void refuseLockNamed(UserClass user, WovenModel woven, Report report) {
    if (Locks.askedFor(woven).isEmpty()) {
      return;
    }
    for (Member method : user.methods()) {
      List<? extends TypeMirror> parameters = method.type().getParameterTypes();
      if (method.name().equals("lockNamed")
          && parameters.size() == 1
          && user.isSubtype(parameters.get(0), ClassName.get(String.class))) {
        report.add(
            method.anchor(method.place()),
            Problem.CONTRADICTION,
            method.label(),
            "a path to the lock of another " + user.label(),
            "the woven class has a method of that name, which says which lock is meant",
            "Give it another name.");
      }
    }
  }
}
