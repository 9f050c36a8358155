package io.lappet.testing;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** The fabric of one run of a {@link LappetTest}: makes it, closes it, and says what repeats it. */
final class FabricOfTest implements ParameterResolver, AfterEachCallback {
  private final OptionalLong seed;
  private final Runnable onFailure;
  private @Nullable TestFabric fabric; // once it was asked for

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
    Throwable failure = context.getExecutionException().orElse(null);
    try {
      closeFabric();
    } catch (Throwable e) {
      failure = failure == null ? e : failure;
      throw e;
    } finally {
      if (failure != null && !(failure instanceof TestAbortedException)) {
        failed(context, failure);
      }
    }
  }

  private void closeFabric() {
    if (fabric == null) {
      return;
    }
    fabric.close();
    if (fabric.hasFailedUnseen()) {
      Throwable cause = fabric.failure().orElseThrow();
      throw new AssertionError("The fabric has failed: " + cause, cause);
    }
  }

  private void failed(ExtensionContext context, Throwable failure) {
    onFailure.run();
    String what = "fixed order";
    if (seed.isPresent()) {
      what = repeat(context, seed.getAsLong());
      System.err.println(what);
    }
    failure.addSuppressed(new CourseOfTest(what, fabric == null ? "" : fabric.trace()));
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
