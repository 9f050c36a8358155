package io.lappet.testing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link LappetTest} once for each of its seeds, until one fails. */
final class LappetTestExtension implements TestTemplateInvocationContextProvider {
  private static final String SEED = "lappet.seed";
  private static final String SCHEDULE = "lappet.schedule";
  private static final String EXPLORED = "lappet.explored";

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(LappetTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    LappetTest test = context.getRequiredTestMethod().getAnnotation(LappetTest.class);
    require(test.seeds() >= 0, "A number of seeds cannot be negative: " + test.seeds());
    require(test.schedules() >= 0, "A number of schedules cannot be negative: " + test.schedules());
    require(
        test.seeds() == 0 || test.schedules() == 0, "A test has seeds or schedules, but not both");
    TestFabric.Options options = options(test);
    AtomicBoolean failed = new AtomicBoolean();
    return orders(context, test)
        .takeWhile(order -> !failed.get()) // looked at when the run before has ended
        .map(order -> new Run(options, order, () -> failed.set(true)));
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static TestFabric.Options options(LappetTest test) {
    TestFabric.Options options = TestFabric.options();
    if (!test.start().isEmpty()) {
      options = options.start(Instant.parse(test.start()));
    }
    return test.zone().isEmpty() ? options : options.zone(ZoneId.of(test.zone()));
  }

  private static Stream<Order> orders(ExtensionContext context, LappetTest test) {
    Optional<Long> seed = context.getConfigurationParameter(SEED, Long::valueOf);
    Optional<Schedule> schedule = context.getConfigurationParameter(SCHEDULE, Schedule::parse);
    if (schedule.isPresent()) {
      return schedule.stream().map(ScheduledOrder::new);
    }
    if (seed.isPresent()) {
      return seed.stream().map(Order::of);
    }
    if (test.schedules() > 0) {
      return explored(context, test);
    }
    return test.seeds() == 0
        ? Stream.of(Order.fixed())
        : LongStream.rangeClosed(1, test.seeds()).mapToObj(Order::of);
  }

  /** Each order is asked for when the run before has ended. */
  private static Stream<Order> explored(ExtensionContext context, LappetTest test) {
    Search search = new ExhaustiveSearch(test.preemptions());
    AtomicInteger runs = new AtomicInteger();
    return Stream.generate(search::next)
        .limit(test.schedules())
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow)
        .map(Order.class::cast)
        .peek(order -> runs.incrementAndGet())
        .onClose(() -> context.publishReportEntry(
            EXPLORED,
            runs + (search.isExhausted() ? " schedules, and there is no other" : " schedules, and there may be others")));
  }

  /** One run of a test. */
  private record Run(TestFabric.Options options, Order order, Runnable onFailure)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocation) {
      return order.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new FabricOfTest(options, order, onFailure));
    }
  }
}
