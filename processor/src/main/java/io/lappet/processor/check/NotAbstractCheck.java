package io.lappet.processor.check;

import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A class with guarded methods is abstract: nobody can make one whose locks are missing. */
final class NotAbstractCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    if (woven.type().isAbstract()) {
      return;
    }
    if (!woven.guarded().isEmpty()) {
      refuse(woven.type(), woven.guarded().get(0), report);
    } else if (!woven.twins().isEmpty()) {
      TwinModel twin = woven.twins().get(0);
      String fault = woven.type().label() + " is not abstract, so nobody could write its body";
      report.add(twin.place(), Problem.TWIN, twin.signature().label(), fault, remedy(woven.type()));
    } else if (woven.loop().isPresent()) {
      String fault = "it is not abstract, so nobody would check who calls it";
      report.add(
          woven.type().place(),
          Problem.CONFINED,
          woven.type().label(),
          fault,
          remedy(woven.type()));
    }
  }

  private static String remedy(ClassModel type) {
    return "Write 'abstract class %s' and create it with 'new %s(..)'."
        .formatted(type.label(), type.generated().simpleName());
  }

  private static void refuse(ClassModel type, GuardedModel first, Report report) {
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
