package io.lappet.processor.body.read;

import io.lappet.processor.body.facts.Spot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.VariableElement;

/** What was sent of the variables of a body before one place in it. */
record SentSoFar(boolean isReached, Map<VariableElement, Sent> variables) {
  /** Where the body begins. */
  static final SentSoFar NOTHING = new SentSoFar(true, Map.of());

  /** Behind a jump, where nothing runs. */
  static final SentSoFar UNREACHED = new SentSoFar(false, Map.of());

  Optional<Sent> of(VariableElement variable) {
    return Optional.ofNullable(variables.get(variable));
  }

  SentSoFar with(VariableElement variable, Sent sent) {
    if (!isReached) {
      return this;
    }
    Map<VariableElement, Sent> all = new LinkedHashMap<>(variables);
    all.put(variable, sent);
    return new SentSoFar(true, all);
  }

  SentSoFar without(Predicate<VariableElement> which) {
    if (variables.keySet().stream().noneMatch(which)) {
      return this;
    }
    Map<VariableElement, Sent> rest = new LinkedHashMap<>(variables);
    rest.keySet().removeIf(which);
    return new SentSoFar(isReached, rest);
  }

  /** Where two ways meet: something was sent if it was on one of them. */
  SentSoFar or(SentSoFar other) {
    if (!isReached || !other.isReached) {
      return isReached ? this : other;
    }
    Map<VariableElement, Sent> both = new LinkedHashMap<>(variables);
    other.variables.forEach(both::putIfAbsent);
    return new SentSoFar(true, both);
  }

  /** The same where it is known that {@code call} has given {@code result}. */
  SentSoFar after(Spot call, boolean result) {
    Map<VariableElement, Sent> after = new LinkedHashMap<>();
    variables.forEach((variable, sent) ->
        sent.after(call, result).ifPresent(known -> after.put(variable, known)));
    return new SentSoFar(isReached, after);
  }
}
