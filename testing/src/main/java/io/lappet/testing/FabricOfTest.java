package io.lappet.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** The fabric of one run of a {@link LappetTest}: makes it, closes it, and says what repeats it. */
final class FabricOfTest implements ParameterResolver, AfterEachCallback, TestWatcher {
  private final TestFabric.Options options;
  private final Order order;
  private final Runnable onFailure;
  private @Nullable TestFabric fabric; // once it was asked for
  private String story = "";

  /**
   * Makes one.
   *
   * @param onFailure is called if the run fails
   */
  FabricOfTest(TestFabric.Options options, Order order, Runnable onFailure) {
    this.options = options;
    this.order = order;
    this.onFailure = onFailure;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestFabric.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (fabric == null) {
      fabric = options.create(order);
    }
    return fabric;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (fabric == null) {
      return;
    }
    story = fabric.story();
    fabric.finish();
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable failure) {
    onFailure.run();
    String what = order.name();
    String parameter = order.parameter();
    if (!parameter.isEmpty()) {
      what = "%s of %s.%s failed; repeat it with %s"
          .formatted(
              what,
              context.getRequiredTestClass().getName(),
              context.getRequiredTestMethod().getName(),
              parameter);
      System.err.println(what);
    }
    if (failure != null) {
      failure.addSuppressed(new CourseOfTest(what, story));
    }
  }

  /** Goes with a failure, to say how it came about. */
  private static final class CourseOfTest extends Exception {
    private static final long serialVersionUID = 1;

    CourseOfTest(String what, String story) {
      super(what + "\n" + story, null, false, false);
    }
  }
}
