package io.lappet.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.WovenModel;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How long the calls of a woven class wait: a constant with what is declared, and a field. */
final class TimeoutFields {
  private static final TypeName DURATION = ClassName.get(Duration.class);

  /**
   * How long calls of one method wait.
   *
   * @param field the name of its field
   * @param constant the name of the constant with what is declared
   * @param method the name of the method
   * @param element by which it is configured
   */
  record Timeout(String field, String constant, String method, String element) {}

  private record Key(GuardedModel method, Wait kind) {}

  private final WovenModel woven;
  private final FieldNames declared;
  private final Map<Key, String> constants = new LinkedHashMap<>();
  private final Map<Key, Timeout> timeouts = new LinkedHashMap<>();

  /** Declares the constants of {@code woven}. */
  TimeoutFields(WovenModel woven, FieldNames declared) {
    this.woven = woven;
    this.declared = declared;
    woven.guarded().forEach(this::addConstants);
  }

  private void addConstants(GuardedModel method) {
    Map<Wait, DurationModel> limits = Wait.limits(method);
    limits.forEach((wait, limit) -> {
      // What it is the limit of is part of the name only if there are several.
      String kind = limits.size() > 1 ? "_" + wait : "";
      String wanted = Text.constant(method.signature().name()) + kind + "_TIMEOUT";
      String name = declared.constant(DURATION, wanted, any -> DurationCode.of(limit));
      constants.put(new Key(method, wait), name);
    });
  }

  /** Declares a field for each limit, since it may be configured. */
  void addFields() {
    woven.guarded().forEach(this::addFields);
  }

  private void addFields(GuardedModel method) {
    Set<Wait> waits = Wait.limits(method).keySet();
    String name = method.signature().name();
    for (Wait wait : waits) {
      String kind = waits.size() > 1 ? Text.capitalized(wait.element()) : "Timeout";
      String field = declared.field(DURATION, name + kind);
      String element = waits.size() > 1 || isTimed(method) ? wait.element() : "timeout";
      Key key = new Key(method, wait);
      String constant = Objects.requireNonNull(constants.get(key), key::toString);
      timeouts.put(key, new Timeout(field, constant, name, element));
    }
  }

  /** Whether the runs of {@code method} may have a limit too, which has the shorter name. */
  private boolean isTimed(GuardedModel method) {
    return woven.activations().stream()
        .filter(TimerModel.class::isInstance)
        .anyMatch(timer -> timer.call().method().equals(method.signature().name()));
  }

  /** How long {@code method} waits in one of its waits, if that is limited. */
  Optional<CodeBlock> of(GuardedModel method, Wait wait) {
    return Optional.ofNullable(timeouts.get(new Key(method, wait)))
        .map(timeout -> method.waitsForOwn()
            ? CodeBlock.of("$N", timeout.field)
            // The user's constructor may be the caller, when there are no fields yet.
            : CodeBlock.of(
                "$T.requireNonNullElse($N, $N)", Objects.class, timeout.field, timeout.constant));
  }

  /** How long calls wait. */
  Collection<Timeout> all() {
    return timeouts.values();
  }
}
