package io.lappet.testing;

import io.lappet.internal.order.LockSteps;
import java.util.List;
import java.util.Optional;

/** What the classes of several modules make together, looked at without making any object. */
public final class Wirings {
  private Wirings() {}

  /**
   * Fails if these classes take shared locks in a circle, over all modules: one module may have a
   * method that takes a second lock under a first one, another module the other way round.
   *
   * <pre>{@code
   * @Test
   * void theModulesFitTogether() {
   *   Wirings.assertWiring(WovenOrders.class, WovenBilling.class, WovenAudit.class);
   * }
   * }</pre>
   *
   * <p>What each class does, with all that it calls, its compilation has left in a file beside it.
   * Locks of single objects are not compared: whether they meet depends on which objects there are; a
   * {@link TestFabric} looks at those that live when it starts.
   *
   * @param woven generated classes
   * @throws AssertionError if there is a circle; it says how each of the locks is taken. Also if a
   *     class has no such file: its bodies were not read by javac, or its module does not open the
   *     package
   * @throws IllegalArgumentException if there is no class, or one that is not generated
   */
  public static void assertWiring(Class<?>... woven) {
    if (woven.length == 0) {
      throw new IllegalArgumentException("No class is given");
    }
    for (Class<?> type : woven) {
      if (!type.getSimpleName().startsWith("Woven")) {
        throw new IllegalArgumentException(
            type.getName() + " is not generated; give the class whose name begins with Woven");
      }
    }
    LockSteps steps = LockSteps.of(List.of(), List.of(woven));
    Optional<String> circle = steps.certain();
    if (circle.isPresent()) {
      throw new AssertionError(circle.get());
    }
    if (!steps.missing().isEmpty()) {
      throw new AssertionError("Nothing is known of " + String.join(", ", steps.missing())
          + ": there is no file of facts beside it. Compile it with javac and lappet-processor; in a"
          + " named module, open its package.");
    }
  }
}
