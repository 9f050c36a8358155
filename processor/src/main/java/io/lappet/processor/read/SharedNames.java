package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the shared resource that a name means, and says so if it is not clear, or of another kind. */
final class SharedNames {
  private SharedNames() {}

  /**
   * The resource of this kind that {@code name} means; if there is none, the name is not that of a
   * shared resource, or the report says what is wrong.
   *
   * @param wanted the kind, as messages call it
   */
  static Optional<SharedResource> find(
      WovenModel woven,
      String name,
      Class<? extends AccessorModel> kind,
      String wanted,
      Place place,
      Report report) {
    List<SharedResource> candidates = woven.scope().candidates(name);
    if (candidates.isEmpty() || woven.isUnclear(name)) {
      return Optional.empty();
    }
    SharedResource first = candidates.get(0);
    if (candidates.size() > 1) {
      String owners = candidates.stream()
          .map(it -> it.owner().type().label())
          .collect(Collectors.joining(" and "));
      String fault = "one resource: %s have it".formatted(owners);
      String remedy = "Rename one of them, or use only one of the interfaces.";
      report.add(place, Problem.UNKNOWN_NAME, name, fault, remedy);
    } else if (!kind.isInstance(first.accessor())) {
      String fault = "%s: %s() is of type %s".formatted(wanted, first.label(), type(first));
      report.add(place, Problem.UNKNOWN_NAME, name, fault, "Name another one.");
    } else {
      return Optional.of(first);
    }
    // Its uses are no orphans, and it is told once.
    woven.unclear(name);
    return Optional.empty();
  }

  /** The type of a resource without packages, as one writes it. */
  private static String type(SharedResource resource) {
    String type = resource.accessor().signature().returns().toString();
    return type.replaceAll("[\\w.]*\\.(?=\\w)", "");
  }
}
