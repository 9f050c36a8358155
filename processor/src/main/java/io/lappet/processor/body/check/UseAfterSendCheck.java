package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Reuse;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.check.Problem;
import java.util.List;

/** What was sent belongs to the receiver. */
final class UseAfterSendCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.USE_AFTER_SEND)) {
      return;
    }
    Changes changes = null;
    for (MethodFacts method : facts.methods()) {
      for (Act act : method.acts()) {
        if (act instanceof Reuse reuse && !reuse.isKept()) {
          String what = "was sent in " + Words.line(reuse.sent());
          tell(method, reuse, what, report);
        } else if (act instanceof Reuse kept) {
          changes = changes == null ? Changes.of(facts) : changes;
          List<FieldUse> later = changes.of(new FieldUse.Field(kept.owner(), kept.variable()));
          later.stream()
              .filter(use -> use.access().touch().isOfContent())
              .findFirst()
              .map(use -> "is sent and stays in its field, where %s (%s) changes it"
                  .formatted(Words.who(use.in()), Words.line(use.access().spot())))
              .ifPresent(what -> tell(method, kept, what, report));
        }
      }
    }
  }

  private static void tell(MethodFacts method, Reuse reuse, String what, BodyReport report) {
    report.add(Problem.USE_AFTER_SEND, reuse.spot(), method.suppressed(), reuse.variable(), what);
  }
}
