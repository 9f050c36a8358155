package io.lappet.processor.body.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.check.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** The rule over facts that were made by hand: no compiler is needed for it. */
class LockOrderCheckTest {
  private record Line(String text, long line) implements Spot {}

  private static final Spot SPOT = new Line("Store.java:1", 1);

  private static Hold lock(String name) {
    Node node = new Node(Node.Kind.LOCK, "app.Store", name, false);
    return new Hold(Resource.of(Path.THIS, node), false, false);
  }

  /** A method that holds one lock and calls others of the same object. */
  private static MethodFacts method(String name, String lock, String... calls) {
    List<Act> acts = new ArrayList<>();
    for (String call : calls) {
      acts.add(new Act.Invoke(
          call,
          call + "()",
          Path.THIS,
          List.of(),
          Act.Dispatch.VIRTUAL,
          List.of(lock(lock)),
          SPOT));
    }
    return new MethodFacts(
        name,
        "app.Store",
        name,
        name + "()",
        MethodFacts.Kind.METHOD,
        Set.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new Entry(Optional.empty(), Optional.empty(), List.of(lock(lock)), Optional.empty()),
        acts,
        Set.of(),
        SPOT);
  }

  private static List<BodyReport.Line> check(MethodFacts... methods) {
    ClassFacts type = new ClassFacts(
        "app.Store",
        Set.of(),
        false,
        List.of(),
        true,
        Optional.empty(),
        false,
        List.of(methods),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        SPOT);
    BodyReport report = new BodyReport(new Levels(Map.of(), mistake -> {}));
    LockOrderCheck.ofOurs().check(new Facts(List.of(type), List.of(), false, 17), report);
    return List.copyOf(report.lines());
  }

  @Test
  void twoOrdersAreACircle() {
    assertThat(check(
            method("one", "a", "two"),
            method("two", "b"),
            method("three", "b", "four"),
            method("four", "a")))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.kind()).isEqualTo(Diagnostic.Kind.ERROR);
          assertThat(line.text()).startsWith("[lock-order]").contains("a -> b -> a");
        });
  }

  @Test
  void oneOrderIsNone() {
    assertThat(check(
            method("one", "a", "two"),
            method("two", "b", "three"),
            method("three", "c", "one2"),
            method("one2", "d")))
        .isEmpty();
  }

  @Test
  void whatIsHeldIsNotTakenAgain() {
    assertThat(check(method("one", "a", "two"), method("two", "b", "three"), method("three", "a")))
        .isEmpty();
  }
}
