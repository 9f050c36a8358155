package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.FieldFacts.Trait;
import io.lappet.processor.body.facts.MethodFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Where fields change after their object was made. */
final class Changes {
  private final Map<FieldUse.Field, List<FieldUse>> changes = new LinkedHashMap<>();
  private final Set<FieldUse.Field> shown = new HashSet<>();

  private Changes() {}

  static Changes of(Facts facts) {
    Changes all = new Changes();
    Callers callers = Callers.certain(facts);
    for (MethodFacts method : facts.methods()) {
      boolean isLate = !callers.isConstruction(method) && !isClose(method);
      for (Act act : method.acts()) {
        if (act instanceof Access access) {
          all.add(access, method, callers, isLate);
        }
      }
    }
    return all;
  }

  private void add(Access access, MethodFacts method, Callers callers, boolean isLate) {
    if (access.shows()) {
      shown.add(FieldUse.Field.of(access));
    }
    if (isLate && access.isWrite() && !access.of().isFresh()) {
      FieldUse use = new FieldUse(access, access.of(), callers.at(method, access), method);
      changes.computeIfAbsent(use.field(), it -> new ArrayList<>()).add(use);
    }
  }

  /** After it nobody waits any more. */
  private static boolean isClose(MethodFacts method) {
    return method.name().equals("close") && method.parameters().isEmpty();
  }

  /** Where {@code field} of any object changes. */
  List<FieldUse> of(FieldUse.Field field) {
    return changes.getOrDefault(field, List.of());
  }

  /** Whether what it holds cannot change but where one of the compiled methods changes it. */
  boolean areAllKnown(FieldFacts field) {
    boolean isOpen = field.is(Modifier.PUBLIC) || field.is(Modifier.PROTECTED);
    boolean isValue =
        field.traits().contains(Trait.PRIMITIVE) || field.traits().contains(Trait.IMMUTABLE);
    boolean isOwnCollection = field.traits().contains(Trait.PLAIN_COLLECTION)
        && !shown.contains(new FieldUse.Field(field.owner(), field.name()));
    return !isOpen && (isValue || isOwnCollection);
  }
}
