package io.lappet.processor.write;

import io.lappet.processor.model.ChannelShape;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a few words what is special about the shape of a channel. */
final class ShapeText {
  private ShapeText() {}

  /** The words, none for a channel that is like most. */
  static String of(ChannelShape shape) {
    return List.of(capacity(shape), order(shape), overflow(shape), shape.topic() ? "topic" : "")
        .stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String capacity(ChannelShape shape) {
    if (shape.capacity() == ChannelShape.DEFAULT.capacity()) {
      return "";
    } else if (shape.isUnbounded()) {
      return "unbounded";
    }
    return shape.capacity() == 0 ? "hand-over" : "capacity " + shape.capacity();
  }

  private static String order(ChannelShape shape) {
    return switch (shape.order()) {
      case "LIFO" -> "last first";
      case "PRIORITY" -> "priority";
      case "DELAY" -> "when due";
      default -> "";
    };
  }

  private static String overflow(ChannelShape shape) {
    return switch (shape.overflow()) {
      case "DROP_NEW" -> "drops the new if full";
      case "DROP_OLD" -> "drops the old if full";
      case "FAIL" -> "fails if full";
      default -> "";
    };
  }
}
