package io.lappet.processor.read;

import io.lappet.processor.model.End;
import java.util.Optional;

/** Reads where the results of a consumer or a timer go. */
final class Results {
  private Results() {}

  /** The end that sends them, if a channel is named. */
  static Optional<End> of(ActivationReader reader) {
    return reader.sends() ? Optional.of(reader.results()) : Optional.empty();
  }

  /** Whether there are results exactly if a channel is named; if not, the report says so. */
  static boolean agree(ActivationReader reader, String kind, String parameter) {
    String method = "%s(%s)".formatted(reader.name(), parameter);
    if (reader.isVoid() && reader.sends()) {
      String fault =
          "returns nothing that could go to \"%s\"".formatted(reader.mark().string("to"));
      reader.refuseAt("to", kind, fault, "'R %s', or leave 'to' out".formatted(method));
      return false;
    }
    if (!reader.isVoid() && !reader.sends()) {
      String fault = "returns a result, and no channel is named for it";
      reader.refuse(kind, fault, "'void %s', or name a channel with to = \"..\"".formatted(method));
      return false;
    }
    return true;
  }
}
