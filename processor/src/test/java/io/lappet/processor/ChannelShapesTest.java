package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and orders of all kinds of messages, and what is only a warning. */
class ChannelShapesTest {
  private static final String HEAD = """
      package app;
      import io.lappet.*;
      import io.lappet.annotation.*;
      """;

  private static final String ORDERED = HEAD + """
          abstract class Printer {
            @ChannelSpec(order = Order.LIFO) abstract Sender<Integer> jobs();
            @Consumer(from = "jobs", concurrency = 4) void print(Integer job) {}
          }
          """;

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a record              | Bill                                   | account",
        "an interface          | HasAccount                             | account",
        "a class above         | SpecialBill                            | account",
        "a generic type        | java.util.Map.Entry<String, T>         | getKey",
        "a variable            | T                                      | account",
        "an overloaded one     | SpecialBill                            | cents",
        "a deprecated one      | SpecialBill                            | oldAccount",
        "a protected one       | SpecialBill                            | branch",
        "one that is static too| Integer                                | hashCode",
        "a primitive           | int                                    | toString",
        "a list                | java.util.List<? extends HasAccount>   | size",
      })
  void aKeyIsAnyMethodWithoutParametersThatCanBeCalled(String what, String type, String key)
      throws IOException {
    String source = HEAD + """
        class Clerk<T extends Number & Clerk.HasAccount> {
          interface HasAccount { String account(); }
          record Bill(String account) implements HasAccount {}
          static class AnyBill implements HasAccount {
            public String account() { return ""; }
            protected String branch() { return ""; }
          }
          static class SpecialBill extends AnyBill {
            double cents() { return 1; }
            double cents(int from) { return 1; }
            @Deprecated String oldAccount() { return ""; }
          }
          Clerk(String message) {}
          @Producer(to = "bills") %1$s next() { return null; }
          @Consumer(from = "bills", key = "%2$s", concurrency = 4) void pay(%1$s bill) {}
        }
        """.formatted(type, key).replace("int next()", "Integer next()");

    assertThat(messages(Javac.compile(List.of("-Werror"), source))).isEmpty();
    assertThat(Ecj.compile(folder, source)).noneMatch(it -> it.getKind() == Diagnostic.Kind.ERROR);
  }

  @Test
  void aKeyOfAnotherPackageIsSeenFromThere() {
    String seen = "package lib;\npublic class Bill extends AnyBill {}";
    String above = "package lib;\nclass AnyBill { public int account() { return 1; } int cents; "
        + "int cents() { return 1; } protected int branch() { return 1; } }";
    String clerk = HEAD + """
        class Clerk {
          @Producer(to = "bills") lib.Bill next() { return null; }
          @Consumer(from = "bills", key = "account", concurrency = 4) void pay(lib.Bill bill) {}
        }
        """;

    assertThat(messages(Javac.compile(List.of("-Werror"), clerk, seen, above))).isEmpty();
    for (String hidden : List.of("cents", "branch")) {
      assertThat(messages(
              Javac.compile(clerk.replace("\"account\"", "\"%s\"".formatted(hidden)), seen, above)))
          .containsExactly("""
              [unknown-name] "%1$s" is not a key of Bill.
                %1$s() is out of sight of the woven class. (LAP004)""".formatted(hidden));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order = Order.PRIORITY) abstract Sender<java.sql.Timestamp",
        "order = Order.PRIORITY) abstract Sender<Thread.State",
        "order = Order.PRIORITY) abstract Sender<java.time.LocalDate",
        "order = Order.PRIORITY, comparator = ByName.class) abstract Sender<Thread",
        "order = Order.PRIORITY, comparator = ByName.class) abstract Sender<Hub.Named",
        "order = Order.DELAY) abstract Sender<java.util.concurrent.Delayed",
        "order = Order.DELAY) abstract Sender<java.util.concurrent.ScheduledFuture<?>",
        "order = Order.LIFO, overflow = Overflow.FAIL) abstract Sender<int[]",
        "topic = true, capacity = 0) abstract Sender<Object",
        "topic = true, overflow = Overflow.DROP_OLD) abstract Sender<Object",
      })
  void anOrderThatTheMessagesHaveIsSilent(String channel) throws IOException {
    String source = HEAD + """
        abstract class Hub {
          static class Named extends Thread {}
          @Deprecated static class ByName extends ByText<Thread> {}
          static class ByText<T> implements java.util.Comparator<T> {
            @Override public int compare(T one, T other) { return 0; }
          }
          @ChannelSpec(%s> jobs();
          @Consumer(from = "jobs") void work(Object job) {}
        }
        """.formatted(channel);

    assertThat(messages(Javac.compile(List.of("-Werror"), source))).isEmpty();
    assertThat(Ecj.compile(folder, source)).noneMatch(it -> it.getKind() == Diagnostic.Kind.ERROR);
  }

  @Test
  void severalThreadsLoseTheOrder() {
    assertThat(messages(Javac.compile(ORDERED))).containsExactly("""
        [order-lost] print() takes from "jobs" on 4 threads: messages begin in the order of that channel, LIFO, and are done in another.
          Leave concurrency out; or, if only the beginning matters, add @SuppressWarnings("order-lost"). (LAP107)""");
    assertThat(messages(Javac.compile(ORDERED.replace("Order.LIFO", "Order.PRIORITY"))))
        .hasSize(1);
    assertThat(messages(Javac.compile(ORDERED.replace("Order.LIFO", "Order.FIFO"))))
        .isEmpty();
    assertThat(messages(Javac.compile(ORDERED.replace(", concurrency = 4", ""))))
        .isEmpty();
    assertThat(messages(Javac.compile(
            ORDERED.replace("@Consumer", "@SuppressWarnings(\"order-lost\") @Consumer"))))
        .isEmpty();
  }

  @Test
  void theOrderOfASharedChannelIsLostToo() {
    String shared = HEAD + """
        public class Shop {
          @Shared public interface Books {
            @ChannelSpec(order = Order.PRIORITY) Channel<Integer> jobs();
          }
          @Woven(uses = Books.class) static class Printer { // who sends is elsewhere
            @Consumer(from = "jobs", concurrency = 4) void print(Integer job) {}
          }
        }
        """;

    assertThat(messages(Javac.compile(shared))).singleElement().asString().contains("(LAP107)");
  }

  @Test
  void aCircleThroughATopicIsAWarning() {
    String circle = HEAD + """
        abstract class Hub {
          @ChannelSpec(topic = true) abstract Sender<String> a();
          @Consumer(from = "a") void hear(String s) {}
          @Consumer(from = "a", to = "b") String relay(String s) { return s; }
          @Consumer(from = "b", to = "a") String retry(String s) { return s; }
        }
        """;

    assertThat(messages(Javac.compile(circle))).singleElement().asString().contains("(LAP101)");
  }

  private static List<String> messages(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(it -> it.getKind() != Diagnostic.Kind.NOTE)
        .map(it -> it.getMessage(Locale.ROOT))
        .toList();
  }
}
