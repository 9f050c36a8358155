package io.lappet.processor.check;

import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        guards(first),
        type.label(),
        type.name().simpleName(),
        type.generated().simpleName());
  }

  private static String guards(GuardedModel method) {
    Stream<String> gate = method.gate().stream().map(use -> "a gate");
    Stream<String> permit = method.permit().stream().map(use -> "a limit");
    Stream<String> locks = method.hold().stream()
        .flatMap(hold -> hold.names().stream())
        .map(name -> name.isEmpty() ? "the lock of its object" : "\"%s\"".formatted(name));
    return Stream.of(gate, permit, locks).flatMap(it -> it).collect(Collectors.joining(" and "));
  }
}
