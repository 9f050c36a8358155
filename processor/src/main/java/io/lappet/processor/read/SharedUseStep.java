package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at each name that is one of a shared resource: is it clear which, and of the right kind? */
final class SharedUseStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (ActivationModel activation : woven.activations()) {
      activation.from().ifPresent(end -> channel(woven, end.channel(), end.named(), report));
      activation.to().ifPresent(end -> channel(woven, end.channel(), end.named(), report));
      activation
          .failure()
          .deadLetters()
          .ifPresent(letters -> channel(woven, letters.channel(), letters.place(), report));
    }
    woven.guarded().stream()
        .flatMap(method -> method.locks().stream())
        .forEach(
            lock -> check(woven, lock.name(), LockAccessor.class, "a lock", lock.place(), report));
  }

  private static void channel(WovenModel woven, String name, Place place, Report report) {
    check(woven, name, ChannelAccessor.class, "a channel", place, report);
  }

  /** The type of a resource without packages, as one writes it. */
  private static String type(SharedResource resource) {
    return resource.accessor().signature().returns().toString()
        .replaceAll("[\\w.]*\\.(?=\\w)", "");
  }

  private static void check(
      WovenModel woven,
      String name,
      Class<? extends AccessorModel> kind,
      String wanted,
      Place place,
      Report report) {
    List<SharedResource> candidates = woven.scope().candidates(name);
    if (candidates.isEmpty() || woven.isUnclear(name)) {
      return;
    }
    SharedResource first = candidates.get(0);
    if (candidates.size() > 1) {
      String all = candidates.stream()
          .map(it -> it.owner().type().label())
          .collect(Collectors.joining(" and "));
      report.add(
          place,
          Problem.UNKNOWN_NAME,
          name,
          "one resource: %s both have it".formatted(all),
          "Rename one of the two, or use only one of the interfaces.");
      woven.unclear(name);
    } else if (!kind.isInstance(first.accessor())) {
      report.add(
          place,
          Problem.UNKNOWN_NAME,
          name,
          "%s: %s() is of type %s".formatted(wanted, first.label(), type(first)),
          "Name another one.");
      woven.unclear(name);
    }
  }
}
