package io.lappet.testing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link LappetTest} once for each of its seeds, until one fails. */
final class LappetTestExtension implements TestTemplateInvocationContextProvider {
  private static final String SEED = "lappet.seed";

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(LappetTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Optional<Long> given = context.getConfigurationParameter(SEED, Long::valueOf);
    int seeds = context.getRequiredTestMethod().getAnnotation(LappetTest.class).seeds();
    if (seeds < 0) {
      throw new IllegalArgumentException("A number of seeds cannot be negative: " + seeds);
    }
    if (given.isEmpty() && seeds == 0) {
      return Stream.of(new Run(OptionalLong.empty(), () -> {}));
    }
    AtomicBoolean failed = new AtomicBoolean();
    return given
        .map(LongStream::of)
        .orElseGet(() -> LongStream.rangeClosed(1, seeds))
        .takeWhile(seed -> !failed.get()) // looked at when the run before has ended
        .mapToObj(seed -> new Run(OptionalLong.of(seed), () -> failed.set(true)));
  }

  /** One run of a test. */
  private record Run(OptionalLong seed, Runnable onFailure)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocation) {
      return seed.isPresent() ? "seed " + seed.getAsLong() : "fixed order";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new FabricOfTest(seed, onFailure));
    }
  }
}
