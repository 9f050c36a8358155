package io.lappet.processor.topology;

import io.lappet.processor.check.Levels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the options ask for.
 *
 * @param formats which files are written, by the names of the option
 * @param lock the list that the team keeps, if changes of it are to be told
 */
record TopologyOptions(List<String> formats, Optional<Path> lock) {
  static TopologyOptions of(Map<String, String> options) {
    List<String> formats = new ArrayList<>();
    for (String format : options.getOrDefault(Levels.TOPOLOGY, "").split("[,;\\s]+")) {
      if (Levels.TOPOLOGY_FORMATS.contains(format) && !formats.contains(format)) {
        formats.add(format);
      }
    }
    Optional<Path> lock = Optional.ofNullable(options.get(Levels.TOPOLOGY_LOCK))
        .filter(file -> !file.isBlank())
        .map(Path::of);
    return new TopologyOptions(formats, lock);
  }

  boolean isOff() {
    return formats.isEmpty() && lock.isEmpty();
  }
}
