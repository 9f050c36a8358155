package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.GateUse;
import io.lappet.processor.model.GuardUse;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.PermitUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the sentence above a generated method: what a call waits for, in that order. */
final class CallSummary {
  private static final int WIDTH = Text.WIDTH - 2;

  private CallSummary() {}

  static CodeBlock of(GuardedModel method) {
    String sentence = Stream.of(
            method.gate().map(CallSummary::gate),
            method.permit().map(CallSummary::permit),
            method.hold().map(hold -> locks(hold, method.interruptible())),
            method.guard().map(CallSummary::guard))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
    String text = Text.capitalized(Text.escaped(sentence)) + ".";
    return CodeBlock.of("$L\n", Text.wrapped(text, WIDTH));
  }

  private static String gate(GateUse use) {
    return "waits for gate %s".formatted(use.gate().text()) + limit(use.timeout());
  }

  private static String permit(PermitUse use) {
    String which = use instanceof PermitUse.OfMethod own
        ? "one of %d permits".formatted(own.shape().permits())
        : "a permit of %s".formatted(((PermitUse.OfAll) use).permits().text());
    return "takes " + which + limit(use.timeout());
  }

  private static String locks(HoldModel hold, boolean interruptible) {
    List<String> locks = hold.names().stream()
        .map(name -> name.isEmpty() ? "its own lock" : "\"%s\"".formatted(name))
        .toList();
    String key = hold.key().map(use -> " of the key " + use.text()).orElse("");
    String held = "holds " + Text.list(locks) + key + limit(hold.timeout());
    if (!hold.read()) {
      return held;
    }
    return held
        + (hold.repeatable() && !interruptible ? " to read, if somebody writes" : " to read");
  }

  private static String guard(GuardUse use) {
    String guard = use.negated() ? use.method() + "() is false" : use.method() + "()";
    return "waits until " + guard + limit(use.timeout());
  }

  private static String limit(Optional<DurationModel> timeout) {
    return timeout.map(it -> " (at most %s)".formatted(it.text())).orElse("");
  }
}
