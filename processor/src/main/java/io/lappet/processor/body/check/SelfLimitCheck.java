package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Reach.Found;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who holds a permit does not wait for another one of the same: all others may do so as well. */
final class SelfLimitCheck implements BodyCheck {
  /** Permits that are waited for. */
  private static final class Kind implements Reach.Kind<Entry.Pass> {
    private final Facts facts;

    Kind(Facts facts) {
      this.facts = facts;
    }

    @Override
    public List<Entry.Pass> onEntry(MethodFacts method) {
      return method.entry().permit().stream().toList();
    }

    @Override
    public Optional<Entry.Pass> in(MethodFacts method, Act act) {
      if (!(act instanceof Act.Await await)) {
        return Optional.empty();
      }
      return switch (await.kind()) {
        case PERMIT -> await.what().map(what -> new Entry.Pass(what, await.timed()));
        case TASK, GROUP -> task(await);
        default -> Optional.empty();
      };
    }

    /** The permit that a task needs which is waited for. */
    private Optional<Entry.Pass> task(Act.Await await) {
      return await.bodies().stream()
          .flatMap(body -> facts.method(body).stream())
          .flatMap(body -> body.twinOf().flatMap(facts::method).stream())
          .flatMap(target -> target.entry().permit().stream())
          .findFirst()
          .flatMap(pass -> await
              .what()
              .map(task -> new Entry.Pass(
                  pass.what().on(task.of(), Optional.empty()), pass.timed() || await.timed())));
    }

    @Override
    public Optional<Entry.Pass> outside(Entry.Pass pass, Frame frame) {
      return Optional.of(new Entry.Pass(frame.resource(pass.what()), pass.timed()));
    }
  }

  @Override
  public void check(Facts facts, BodyReport report) {
    boolean isUsed = facts.methods().stream().anyMatch(SelfLimitCheck::takesPermit);
    if (!isUsed || !report.isOn(Problem.SELF_LIMIT)) {
      return;
    }
    Reach<Entry.Pass> reach = new Reach<>(facts, new Kind(facts));
    for (MethodFacts method : facts.methods()) {
      if (takesPermit(method)) {
        check(method, reach, report);
      }
    }
  }

  private static boolean takesPermit(MethodFacts method) {
    return method.entry().permit().isPresent()
        || method.acts().stream()
            .anyMatch(
                act -> act instanceof Act.Take take && isPermit(take.taken().lock()));
  }

  private static boolean isPermit(Resource taken) {
    return taken.node().kind() == Node.Kind.PERMITS;
  }

  private static void check(MethodFacts method, Reach<Entry.Pass> reach, BodyReport report) {
    for (Act act : method.acts()) {
      List<Resource> held = held(method, act);
      for (Found<Entry.Pass> found :
          held.isEmpty() ? List.<Found<Entry.Pass>>of() : reach.from(method, act)) {
        Resource needed = found.thing().what();
        if (held.stream().anyMatch(needed::isSame) && !found.thing().timed()) {
          tell(method, needed.node(), found, report);
          return;
        }
      }
    }
  }

  /** The permits that the method takes and those that it has taken by hand. */
  private static List<Resource> held(MethodFacts method, Act act) {
    return Stream.concat(
            method.entry().permit().stream().map(Entry.Pass::what),
            act.held().stream().map(Hold::lock).filter(SelfLimitCheck::isPermit))
        .toList();
  }

  private static void tell(
      MethodFacts method, Node node, Found<Entry.Pass> found, BodyReport report) {
    String calls = found
        .way()
        .calls()
        .orElse("waits here (%s)".formatted(found.way().lastSpot().text()));
    report.add(
        Problem.SELF_LIMIT,
        found.way().spot(),
        BodyReport.suppressed(found.way().methods()),
        method.label(),
        "holds one of "
            + (node.name().contains("(") ? node.quoted() : "the permits " + node.quoted()),
        calls.replace("\n", " "),
        remedy(method, found.way()));
  }

  private static String remedy(MethodFacts method, Way way) {
    boolean isByHand = method.entry().permit().isEmpty();
    boolean isHere = way.next() == null && way.act() instanceof Act.Await;
    if (isByHand && isHere) {
      return "Take all that it needs at once: acquire(2).";
    }
    if (isByHand) {
      return "Call %s after the permit is given back.".formatted(way.last().label());
    }
    return way.last().id().equals(method.id())
        ? "Move the part that is limited into a method that does not call %s."
            .formatted(method.label())
        : "Leave @Limit out of one of the two, or call %s after the permit is given back."
            .formatted(way.last().label());
  }
}
