package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lappet.Permits;
import io.lappet.TaskFailedException;
import io.lappet.WaitTimeoutException;
import io.lappet.WiringException;
import io.lappet.testing.TestFabric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the numbers of the shop are when somebody else says them; and what the guide says of keys. */
class PrintShopTest {
  private static final Path GUIDE = Path.of("../docs/configuration.md");
  private static final Pattern ROW =
      Pattern.compile("^\\|[^|]+\\| `(\\S+)` \\|([^|]+)\\|$", Pattern.MULTILINE);
  private static final Pattern VALID =
      Pattern.compile("What can be configured of (\\S+): ([^.]+)\\.");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private PrintShop shop(TestFabric fabric, String... orders) {
    return new WovenPrintShop(fabric, List.of(orders), lines::add);
  }

  private static TestFabric fabric(String... keysAndValues) {
    Map<String, String> config = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.put("PrintShop." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return TestFabric.create(17, config);
  }

  @Test
  void asItIsDeclaredOneThreadPrints() {
    try (TestFabric fabric = fabric()) {
      fabric.start(shop(fabric, "a", "b"));
      fabric.settle();

      assertThat(lines)
          .contains("printed a by PrintShop.print", "printed b by PrintShop.print", "music");
    }
  }

  @Test
  void moreThreadsPrintIfThatIsConfigured() {
    try (TestFabric fabric = fabric("print.concurrency", "3")) {
      fabric.start(shop(fabric, "a", "b", "c", "d", "e", "f", "g", "h"));
      fabric.settle();

      assertThat(lines.stream().filter(line -> line.startsWith("printed")))
          .hasSize(8)
          .allMatch(line -> line.matches("printed . by PrintShop\\.print-[123]"));
    }
  }

  @Test
  void theTrayHasTheRoomThatIsConfigured() {
    try (TestFabric fabric = fabric("tray.capacity", "3")) {
      PrintShop shop = shop(fabric);

      assertThat(shop.tray().capacity()).isEqualTo(3);
      assertThat(fabric.channel("PrintShop.tray")).isPresent();
    }
  }

  @Test
  void whoWaitsForInkGivesUpAsIsConfigured() {
    try (TestFabric fabric = fabric("inks.permits", "1", "mix.timeout", "7s")) {
      PrintShop shop = shop(fabric);
      Permits inks = shop.inks();
      assertThat(inks.available()).isEqualTo(1);
      Instant begin = fabric.time().now();
      assertThat(inks.tryAcquire()).isPresent();

      assertThatThrownBy(() -> shop.mix("a"))
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContaining("PT7S");
      assertThat(fabric.time().now()).isEqualTo(begin.plusSeconds(7));
    }
  }

  @Test
  void whoWaitsForSheetsGivesUpAsIsConfigured() {
    try (TestFabric fabric = fabric("take.guardTimeout", "3s")) {
      PrintShop shop = shop(fabric);
      Instant begin = fabric.time().now();

      assertThatThrownBy(() -> {
            for (int sheet = 0; sheet <= 10; sheet++) {
              shop.take();
            }
          })
          .isInstanceOf(WaitTimeoutException.class);
      assertThat(fabric.time().now()).isEqualTo(begin.plusSeconds(3));
    }
  }

  @Test
  void theTimersRunWhenThatIsConfigured() {
    try (TestFabric fabric = fabric("sweep.cron", "30 6 * * *", "look.every", "12h")) {
      fabric.start(shop(fabric));
      fabric.advance(Duration.ofDays(1));

      assertThat(lines).containsExactly("music", "sweep", "look", "look");
    }
  }

  @Test
  void aTwinRunsWhereAndAsLongAsIsConfigured() throws Exception {
    try (TestFabric fabric =
        fabric("quoteAsync.lane", "cpu", "quoteAsync.delay", "3s", "quoteAsync.timeout", "1s")) {
      PrintShop shop = shop(fabric);

      assertThatThrownBy(() -> {
            var task = shop.quoteAsync("a");
            fabric.advance(Duration.ofSeconds(2));
            task.join();
          })
          .isInstanceOf(TaskFailedException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void aSlipOfThePenFailsTheStart() {
    try (TestFabric fabric = fabric("print.concurency", "3")) {
      assertThatThrownBy(() -> fabric.start(shop(fabric)))
          .isInstanceOf(WiringException.class)
          .hasMessageContaining("Did you mean \"PrintShop.print.concurrency\"?");
    }
  }

  @Test
  void theTableOfTheGuideIsComplete() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    ROW.matcher(Files.readString(GUIDE))
        .results()
        .forEach(row -> documented.put(row.group(1), elements(row)));
    Map<String, String> config = documented.keySet().stream()
        .collect(Collectors.toMap(member -> member + ".nothing", member -> "1"));

    try (TestFabric fabric = TestFabric.create(17, config)) {
      Matcher valid = VALID.matcher(
          catchThrowableOfType(WiringException.class, () -> fabric.start(shop(fabric)))
              .getMessage());
      Map<String, String> real =
          valid.results().collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));

      assertThat(documented).hasSizeGreaterThan(10).isEqualTo(new TreeMap<>(real));
    }
  }

  private static String elements(MatchResult row) {
    return Stream.of(row.group(2).split(","))
        .map(element -> element.strip().replace("`", ""))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
