package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What one compilation as a whole promises. */
class LappetProcessorTest {
  private static final String HEAD = """
      package app;
      import io.lappet.*;
      import io.lappet.annotation.*;
      """;

  private static final String ONE_USE = HEAD + """
          abstract class Account {
            @Synchronized(lock = "balance") void deposit() {}
            @Synchronized(lock = "balance") void withdraw() {}
            @Synchronized(lock = "balence") void audit() {}
          }
          """;

  private static final String CONCRETE = HEAD + """
          class Account {
            @Synchronized void deposit() {}
          }
          """;

  @Test
  void everyMistakeInAClassIsReportedAtOnceAndWhereItIs() {
    Compilation compilation = Javac.compile(HEAD + """
                class OrderSweeper {
                  @PeriodicTimer(every = "5 sec") void sweep() {}
                  @PeriodicTimer(every = "5s") private void poll() {}
                  @Daemon(concurrency = 0) int serve() { return 1; }
                  @Consumer(from = "nothing") void take(String s) {}
                  static OrderSweeper make(Fabric f) { return new WovenOrderSweeper(f); }
                }
                """);

    assertThat(messages(compilation.errors()))
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).contains("[duration]"),
            it -> assertThat(it).contains("[cannot-weave]"),
            it -> assertThat(it).contains("[activation]"),
            it -> assertThat(it).contains("[no-sender]"));
  }

  @Test
  void aMistakeInOneClassLeavesTheOthersAlone() {
    Compilation compilation = Javac.compile(
        HEAD + "class Wrong { @PeriodicTimer(every = \"\") void sweep() {} }",
        HEAD + "class Right { @PeriodicTimer(every = \"1s\") void sweep() {} }",
        HEAD + "class Both { WovenRight right; WovenWrong wrong; }");

    assertThat(messages(compilation.errors())).singleElement().asString().contains("[duration]");
  }

  @Test
  void aDefectOfOursNamesTheClassAndLeavesTheOthersAlone() {
    Compilation compilation = Javac.compileDespiteDefects(
        new WrappedProcessor("app.WovenBroken"),
        HEAD + "class Broken { @Daemon void serve() {} }",
        HEAD + "class Whole { @Daemon void serve() {} }",
        HEAD + "class User { WovenWhole whole; }");

    assertThat(messages(compilation.errors()))
        .singleElement()
        .asString()
        .startsWith("Lappet failed on app.Broken. This is a defect of Lappet.")
        .contains("no place for app.WovenBroken");
    assertThatThrownBy(() -> Javac.sound(compilation)) // as every other test is
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Lappet failed on app.Broken.");
  }

  @Test
  void aToolMayWrapTheEnvironment() {
    Compilation compilation = Javac.sound(Javac.compileDespiteDefects(
        new WrappedProcessor("nothing"), HEAD + "class Whole { @Daemon void serve() {} }"));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aTypeThatIsWrittenInTheSameRoundIsWaitedFor() {
    Compilation compilation = Javac.compile(
        HEAD + """
                abstract class Owner extends WovenBase {
                  Owner(Fabric fabric, WovenPart part) { super(fabric); }
                  @Synchronized void use() {}
                }
                """,
        HEAD + "class Part { @Daemon void serve() {} }",
        HEAD + "class Base { @Daemon void serve() {} }");

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFiles()).hasSize(3);
  }

  @Test
  void aMissingTypeIsReportedByTheCompilerAlone() {
    Compilation compilation =
        Javac.compile(HEAD + "class Owner { Owner(Gone gone) {} @Daemon void serve() {} }");

    assertThat(messages(compilation.errors())).singleElement().asString().contains("class Gone");
    assertThat(messages(compilation.notes()))
        .containsExactly("app.Owner is not woven, because type Gone is missing.");
  }

  @Test
  void anAnnotationThatTheCompilerCannotReadIsReportedByTheCompilerAlone() {
    Compilation compilation = Javac.compile(HEAD + """
                class Sweeper {
                  @PeriodicTimer(every = NOWHERE) void sweep() {}
                  @Consumer void take(String message) {}
                }
                """);

    assertThat(messages(compilation.errors())).noneMatch(it -> it.contains("LAP"));
  }

  @Test
  void aClassWithOtherAbstractMethodsIsABase() {
    Compilation compilation = Javac.compile(
        HEAD + "abstract class Base { @Synchronized void a() {} abstract String name(); }");

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFiles()).isEmpty();
    assertThat(messages(compilation.notes()))
        .singleElement()
        .asString()
        .contains("[unknown-abstract] name() is abstract")
        .contains("So Base is taken as a base class and not woven");
  }

  @Test
  void theAnnotationsAreClaimed() {
    Compilation compilation = Javac.compile(HEAD + "class Sweeper { @Daemon void sweep() {} }");

    assertThat(messages(compilation.warnings())).isEmpty();
  }

  @Test
  void aLockOfOneMethodIsAWarningThatNamesTheSimilarLock() {
    Compilation compilation = Javac.compile(ONE_USE);

    assertThat(messages(compilation.warnings())).containsExactly("""
            [lock-used-once] Lock "balence" is used by one method only, audit(), so it guards nothing against other methods.
              Did you mean "balance"? If not, declare 'abstract Lock balence();'. (LAP102)""");
  }

  @Test
  void strictMakesItAnErrorWithANumberOfItsOwn() {
    Compilation compilation = Javac.compile(List.of("-Alappet.strict=true"), ONE_USE);

    assertThat(messages(compilation.errors())).singleElement().asString().endsWith("(LAP012)");
  }

  @Test
  void anAccessorSilencesIt() {
    String declared = ONE_USE.replace(
        "abstract class Account {",
        "abstract class Account { abstract java.util.concurrent.locks.Lock balence();");

    assertThat(Javac.compile(declared).warnings()).isEmpty();
  }

  @Test
  void suppressWarningsAcceptsOnePlace() {
    String accepted = ONE_USE.replace(
        "@Synchronized(lock = \"balence\")",
        "@SuppressWarnings(\"lock-used-once\") @Synchronized(lock = \"balence\")");

    assertThat(Javac.compile(accepted).warnings()).isEmpty();
  }

  @Test
  void anOptionSetsHowLoudACheckIs() {
    assertThat(
            Javac.compile(List.of("-Alappet.check.lock_used_once=off"), ONE_USE).warnings())
        .isEmpty();
    assertThat(Javac.compile(List.of("-Alappet.check.lock_used_once=note"), ONE_USE)
            .notes())
        .hasSize(1);
    assertThat(Javac.compile(List.of("-Alappet.check.lock_used_once=error"), ONE_USE)
            .errors())
        .hasSize(1);
  }

  @Test
  void aConcreteClassCanBeTriedOut() {
    Compilation compilation = Javac.compile(List.of("-Alappet.concrete=warn"), CONCRETE);

    assertThat(compilation.errors()).isEmpty();
    assertThat(messages(compilation.warnings()))
        .singleElement()
        .asString()
        .contains("[not-abstract]");
    assertThat(compilation.generatedSourceFiles()).hasSize(1);
  }

  @Test
  void anUnknownOptionIsAnError() {
    String right = HEAD + "class Sweeper { @Daemon void sweep() {} }";

    assertThat(messages(Javac.compile(List.of("-Alappet.stict=true"), right).errors()))
        .containsExactly("""
            [unknown-name] "lappet.stict" is not an option of lappet-processor.
              Did you mean "lappet.strict"? (LAP004)""");
    assertThat(messages(
            Javac.compile(List.of("-Alappet.check.duration=off"), right).errors()))
        .containsExactly("""
            [unknown-name] "off" is not a value of option lappet.check.duration.
              It is always "error". (LAP004)""");
  }

  @Test
  void whatANameLeadsToGivesNoWarningInGeneratedCode() {
    Compilation compilation = Javac.compile(List.of("-Werror"), HEAD + """
            abstract class Shelf {
              @Synchronized(lock = "to.DOOR.lock") void enter(Room to) {}
              @Synchronized(lock = "to.old.lock") void leave(Room to) {}
              @WaitUntil("to.gate") void pass(Room to) {}
              @Synchronized(lock = "books", key = "e.getKey.length")
              void take(java.util.Map.Entry<? extends String, ?> e) {}
              @Synchronized(lock = "books", key = "to.NUMBER") void put(Room to) {}
              @Deprecated boolean isFull() { return false; }
              @Synchronized @WaitUntil("!isFull") void add() {}
            }
            """, HEAD + """
            class Room {
              static final Room DOOR = new Room();
              static final int NUMBER = 1;
              @Deprecated Room old() { return this; }
              @Deprecated(forRemoval = true) io.lappet.Gate gate() { return null; }
              io.lappet.Mutex lock() { return null; }
            }
            """);

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void aWayThroughAClassOutOfSightIsRefused() {
    Compilation compilation = Javac.compile(
        HEAD + """
            abstract class Shelf {
              @Synchronized(lock = "to.hidden.lock") void enter(lib.Open to) {}
            }
            """,
        "package lib;\npublic class Open { public Hidden hidden() { return new Hidden(); } }",
        "package lib;\nclass Hidden { public io.lappet.Mutex lock() { return null; } }");

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).isEqualTo("""
            [unknown-name] "to.hidden.lock" is not a lock that Shelf can reach.
              Hidden has neither fields nor methods that can be asked. (LAP004)""");
  }

  @Test
  void theNameOfALockMayBeAnything() {
    Compilation compilation = Javac.compile(List.of("-Werror"), HEAD + """
        abstract class Shelf {
          @Synchronized(lock = "*/ \\\\u002a/ <b> {@x} $L") void enter() {}
          @Synchronized(lock = "*/ \\\\u002a/ <b> {@x} $L") void leave() {}
        }
        """);

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void twoLocksOnOneMethodAreAWarning() {
    Compilation compilation = Javac.compile(
        HEAD + "abstract class Account { @Synchronized synchronized void deposit() {} }");

    assertThat(messages(compilation.warnings())).containsExactly("""
            [also-synchronized] deposit() is synchronized as well as @Synchronized, so it takes two locks.
              Remove the word 'synchronized'; other methods that need that lock get @Synchronized too. (LAP106)""");
  }

  @Test
  void bufferedCirclesAreAWarning() {
    String circle = HEAD + """
            abstract class Hub {
              @ChannelSpec(capacity = 5) abstract Sender<String> a();
              @Consumer(from = "a", to = "b") String relay(String s) { return s; }
              @Consumer(from = "b", to = "a") String retry(String s) { return s; }
            }
            """;

    assertThat(messages(Javac.compile(circle).warnings())).containsExactly("""
            [channel-cycle] Bounded channels feed each other in a circle, so consumers can wait for room that only they can make: a[5] -> b[256] -> a.
              a to b by relay(); b to a by retry()
              Give one of them overflow = DROP_OLD or FAIL, or capacity = UNBOUNDED. (LAP101)""");
    assertThat(Javac.compile(circle.replace("capacity = 5", "capacity = ChannelSpec.UNBOUNDED"))
            .warnings())
        .isEmpty();
  }

  private static List<String> messages(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
