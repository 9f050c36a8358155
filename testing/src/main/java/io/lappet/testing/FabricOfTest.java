package io.lappet.testing;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** The fabric of one run of a {@link LappetTest}: makes it, closes it, and says what repeats it. */
final class FabricOfTest implements ParameterResolver, AfterEachCallback, TestWatcher {
  private final OptionalLong seed;
  private final Runnable onFailure;
  private @Nullable TestFabric fabric; // once it was asked for
  private String trace = "";

  /**
   * Makes one.
   *
   * @param onFailure is called if the run fails
   */
  FabricOfTest(OptionalLong seed, Runnable onFailure) {
    this.seed = seed;
    this.onFailure = onFailure;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestFabric.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (fabric == null) {
      fabric = seed.isPresent() ? TestFabric.create(seed.getAsLong()) : TestFabric.create();
    }
    return fabric;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (fabric == null) {
      return;
    }
    trace = fabric.trace();
    fabric.close();
    if (fabric.hasFailedUnseen()) {
      Throwable cause = fabric.failure().orElseThrow();
      throw new AssertionError("The fabric has failed: " + cause, cause);
    }
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable failure) {
    onFailure.run();
    String what = "fixed order";
    if (seed.isPresent()) {
      what = repeat(context, seed.getAsLong());
      System.err.println(what);
    }
    if (failure != null) {
      failure.addSuppressed(new CourseOfTest(what, trace));
    }
  }

  private static String repeat(ExtensionContext context, long seed) {
    return "seed %d of %s.%s failed; repeat it with -Dlappet.seed=%d"
        .formatted(
            seed,
            context.getRequiredTestClass().getName(),
            context.getRequiredTestMethod().getName(),
            seed);
  }

  /** Goes with a failure, to say how it came about. */
  private static final class CourseOfTest extends Exception {
    private static final long serialVersionUID = 1;

    CourseOfTest(String what, String trace) {
      super(what + "\n" + trace, null, false, false);
    }
  }
}
