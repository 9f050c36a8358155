package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LaneAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.SharedModel;
import java.util.ArrayList;
import java.util.List;

/** Writes the sentence above the class of a shared interface: what there is one of per fabric. */
final class SharedSummary {
  private SharedSummary() {}

  static CodeBlock of(SharedModel shared) {
    List<String> parts = new ArrayList<>();
    add(parts, shared, LockAccessor.class, "lock");
    add(parts, shared, GateAccessor.class, "gate");
    add(parts, shared, PermitsAccessor.class, "permits");
    add(parts, shared, LaneAccessor.class, "lane");
    add(parts, shared, ChannelAccessor.class, "channel");
    String what = parts.isEmpty() ? "" : ": " + String.join("; ", parts);
    return CodeBlock.of(
        "$L\n",
        Text.wrapped(
            "{@link %s}, one for each fabric%s.".formatted(shared.type().label(), what),
            Text.WIDTH));
  }

  private static String name(AccessorModel resource) {
    String shape = resource instanceof ChannelAccessor channel ? ShapeText.of(channel.shape()) : "";
    return resource.signature().name() + (shape.isEmpty() ? "" : " (%s)".formatted(shape));
  }

  private static void add(
      List<String> parts, SharedModel shared, Class<? extends AccessorModel> kind, String word) {
    List<String> names = shared.resources().stream()
        .filter(kind::isInstance)
        .map(SharedSummary::name)
        .toList();
    if (!names.isEmpty()) {
      String several = names.size() > 1 && !word.endsWith("s") ? "s" : "";
      parts.add(word + several + " " + Text.list(names));
    }
  }
}
