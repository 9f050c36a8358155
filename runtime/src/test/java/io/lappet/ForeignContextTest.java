package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.spi.ContextCarrier;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** Carriers for thread-local state of other libraries, as the documentation shows them. */
@Timeout(60)
class ForeignContextTest {
  private Fabric fabric = Fabric.create();

  @AfterEach
  void clear() {
    fabric.close();
    MDC.clear();
  }

  /** Takes the diagnostic context of SLF4J along. */
  static final class MdcCarrier implements ContextCarrier {
    @Override
    public Captured capture() {
      Map<String, String> callers = MDC.getCopyOfContextMap();
      return () -> {
        Map<String, String> before = MDC.getCopyOfContextMap();
        set(callers);
        return () -> set(before);
      };
    }

    @Override
    public boolean isClean() {
      Map<String, String> present = MDC.getCopyOfContextMap();
      return present == null || present.isEmpty();
    }

    private static void set(Map<String, String> values) {
      if (values == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(values);
      }
    }
  }

  @Test
  void theDiagnosticContextOfSlf4jFollowsTheWork() {
    MdcCarrier carrier = new MdcCarrier();
    fabric = Fabric.builder().lane("narrow", 1).carrier(carrier).build();
    Lane lane = fabric.lane("narrow");
    MDC.put("order", "42");
    Task<String> task = lane.submit(() -> {
      String order = MDC.get("order");
      MDC.put("left", "behind");
      return order;
    });
    assertThat(task.join()).isEqualTo("42");
    MDC.clear();
    assertThat(lane.submit(() -> MDC.get("order") == null && carrier.isClean()).join())
        .isTrue();
    assertThat(fabric.submit("bare", carrier::isClean).join()).isTrue();
  }

  @Test
  void whatMicrometerKnowsFollowsTheWork() {
    ThreadLocal<String> trace = new ThreadLocal<>();
    ContextRegistry registry = new ContextRegistry().registerThreadLocalAccessor("trace", trace);
    ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
        .contextRegistry(registry)
        .clearMissing(true)
        .build();
    fabric = Fabric.builder()
        .lane("narrow", 1)
        .carrier(() -> {
          ContextSnapshot callers = snapshots.captureAll();
          return () -> {
            ContextSnapshot.Scope scope = callers.setThreadLocals();
            return scope::close;
          };
        })
        .build();
    Lane lane = fabric.lane("narrow");
    trace.set("t1");
    assertThat(lane.submit(trace::get).join()).isEqualTo("t1");
    assertThat(fabric.submit("own", trace::get).join()).isEqualTo("t1");
    trace.remove();
    assertThat(lane.submit(() -> trace.get() == null).join()).isTrue();
  }

  @Test
  void generatorsAndDelayedTasksTakeItAlongToo() {
    fabric = Fabric.builder().carrier(new MdcCarrier()).build();
    MDC.put("order", "42");
    Generator<String> generator = fabric.generator("orders", out -> out.yield(MDC.get("order")));
    StringBuilder seen = new StringBuilder();
    Task<Void> later =
        fabric.after(Duration.ofMillis(1), "late", () -> seen.append(MDC.get("order")));
    MDC.put("order", "43");
    assertThat(generator.next()).isEqualTo("42");
    generator.close();
    later.join();
    assertThat(seen).hasToString("42");
    assertThat(MDC.get("order")).isEqualTo("43");
  }
}
