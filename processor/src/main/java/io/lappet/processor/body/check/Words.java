package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Spot;
import java.util.Collection;
import java.util.stream.Collectors;

/** How messages about fields call things. */
final class Words {
  private Words() {}

  /** A method with its class; a lambda by itself. */
  static String who(MethodFacts method) {
    return method.kind() == MethodFacts.Kind.LAMBDA ? "this lambda" : method.fullLabel();
  }

  static String line(Spot spot) {
    return "line %d".formatted(spot.line());
  }

  /** What is held, with "holds"; nothing that only the JDK knows. */
  static String holds(Collection<Hold> held) {
    String names = held.stream()
        .map(hold -> name(hold.lock().node())
            + (hold.lock().key().isPresent() ? " by key" : "")
            + (hold.read() ? " to read" : ""))
        .distinct()
        .collect(Collectors.joining(", "));
    return "holds " + (names.isEmpty() ? "nothing" : names);
  }

  private static String name(Node node) {
    return switch (node.kind()) {
      case FOREIGN -> "a monitor";
      case PERMITS -> "a permit";
      default -> node.quoted();
    };
  }
}
