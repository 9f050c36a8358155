package io.lappet.internal.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads names of time zones. */
public final class ZoneText {
  private ZoneText() {}

  /**
   * The zone of this name.
   *
   * @throws TextException if there is none
   */
  public static ZoneId read(String name) throws TextException {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      String remedy = meant(name)
          .map(near -> "Did you mean \"" + near + "\"?")
          .orElse("Write the name of a region, \"Europe/Berlin\" for example, or \"UTC\";"
              + " or leave it out for the zone of the fabric.");
      throw new TextException("is no time zone", remedy);
    }
  }

  /** A zone whose name, or whose city, is written a little differently. */
  private static Optional<String> meant(String zone) {
    Set<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
    return known.stream()
        .filter(it -> it.equalsIgnoreCase(zone) || city(it).equalsIgnoreCase(zone))
        .findFirst()
        .or(() -> Nearest.to(zone, known))
        .or(() -> known.stream()
            .filter(it -> Nearest.to(zone, Set.of(city(it))).isPresent())
            .findFirst());
  }

  private static String city(String zone) {
    return zone.substring(zone.lastIndexOf('/') + 1);
  }
}
