package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act.Doubt;
import io.lappet.processor.body.facts.Act.Reuse;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.check.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was sent belongs to the receiver. */
final class UseAfterSendCheck implements BodyCheck {
  private record Use(MethodFacts method, Reuse reuse) {}

  @Override
  public void check(Facts facts, BodyReport report) {
    List<Use> uses = report.isOn(Problem.USE_AFTER_SEND) ? uses(facts) : List.of();
    if (uses.isEmpty()) {
      return;
    }
    Resends resends = new Resends(facts);
    Changes changes = null; // of the whole program, and seldom asked for
    Set<List<String>> told = new HashSet<>();
    for (Use use : uses) {
      Reuse reuse = use.reuse();
      List<String> variable = List.of(use.method().id(), reuse.owner(), reuse.variable());
      if (told.contains(variable) || !resends.isSent(reuse.sent())) {
        continue;
      }
      Optional<String> what;
      if (reuse.isKept()) {
        changes = changes == null ? Changes.of(facts) : changes;
        what = kept(use, changes);
      } else {
        what = used(reuse, resends);
      }
      if (what.isPresent()) {
        told.add(variable);
        tell(use, what.get(), report);
      }
    }
  }

  private static List<Use> uses(Facts facts) {
    return facts.methods().stream()
        .flatMap(method -> method.acts().stream()
            .filter(Reuse.class::isInstance)
            .map(act -> new Use(method, (Reuse) act)))
        .toList();
  }

  /** What becomes of a value that is used in the same method. */
  private static Optional<String> used(Reuse reuse, Resends resends) {
    return reuse.doubt() == Doubt.IF_CHANGED && !resends.isChange(reuse.spot())
        ? Optional.empty()
        : Optional.of("was sent in " + resends.text(reuse.sent()));
  }

  /** What becomes of one that stays in its field. */
  private static Optional<String> kept(Use use, Changes changes) {
    Reuse reuse = use.reuse();
    return changes.of(new FieldUse.Field(reuse.owner(), reuse.variable())).stream()
        .filter(it -> it.access().touch().isOfContent())
        .filter(it -> reuse.doubt() != Doubt.IF_BY_OTHERS || !it.in().equals(use.method()))
        .findFirst()
        .map(it -> "is sent and stays in its field, where %s (%s) changes it"
            .formatted(Words.who(it.in()), Words.line(it.access().spot())));
  }

  private static void tell(Use use, String what, BodyReport report) {
    Reuse reuse = use.reuse();
    report.add(
        Problem.USE_AFTER_SEND, reuse.spot(), use.method().suppressed(), reuse.variable(), what);
  }
}
