package io.lappet.processor.check;

import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.stream.Collectors;

/** A class with guarded methods is abstract: nobody can make one whose locks are missing. */
final class NotAbstractCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    ClassModel type = woven.type();
    if (type.isAbstract() || woven.guarded().isEmpty()) {
      return;
    }
    GuardedModel first = woven.guarded().get(0);
    report.add(
        first.place(),
        Problem.NOT_ABSTRACT,
        first.signature().label(),
        locks(first),
        type.label(),
        type.name().simpleName(),
        type.generated().simpleName());
  }

  private static String locks(GuardedModel method) {
    return method.lockNames().stream()
        .map(name -> name.isEmpty() ? "the lock of its object" : "\"%s\"".formatted(name))
        .collect(Collectors.joining(" and "));
  }
}
