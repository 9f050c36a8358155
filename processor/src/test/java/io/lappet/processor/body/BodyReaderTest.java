package io.lappet.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.lappet.processor.LappetProcessor;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.read.BodyReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What is read from bodies: one line for each thing that they do. */
class BodyReaderTest {
  private static final String HEAD = """
      package app;
      import io.lappet.*;
      import io.lappet.annotation.*;
      import java.util.*;
      """;

  /** The facts of a program with one file. */
  static Facts read(String source) {
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(
            new StringWriter(),
            null,
            null,
            List.of("-Xplugin:Lappet off", "-d", System.getProperty("java.io.tmpdir")),
            null,
            List.of(JavaFileObjects.forSourceString("app.Source", HEAD + source)));
    task.setProcessors(List.of(new LappetProcessor()));
    BodyReader reader = new BodyReader(task, 21);
    task.addTaskListener(new TaskListener() {
      @Override
      public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
          for (Tree type : event.getCompilationUnit().getTypeDecls()) {
            if (type instanceof ClassTree tree
                && tree.getSimpleName().equals(event.getTypeElement().getSimpleName())) {
              reader.read(event.getCompilationUnit(), tree);
            }
          }
        }
      }
    });
    task.call();
    return reader.facts(here -> List.of());
  }

  private static final String ACCOUNT = """
      abstract class Account {
        private final List<String> log = new ArrayList<>();
        private long cents;
        Account() { deposit(1); }
        abstract Gate open();
        abstract Channel<String> raw();
        abstract Mutex extra();
        @Async abstract Task<Void> depositAsync(long c);
        @Synchronized(lock = "balance") void deposit(long c) { cents += c; log.add(""); }
        @Synchronized(lock = {"balance", "to.balance"})
        void transferTo(Account to, long c) { deposit(-c); to.deposit(c); }
        void byHand() {
          extra().lock();
          try { cents++; } finally { extra().unlock(); }
          cents = 1;
        }
        void lambdas(Account other) {
          List.of(1L).forEach(x -> other.deposit(x));
          List.of(1L).forEach(this::deposit);
          within(() -> deposit(2));
          Runnable later = () -> deposit(3);
        }
        private void within(Runnable r) { synchronized (log) { r.run(); } }
        void waits() throws InterruptedException {
          open().await();
          raw().send("x");
          Task<Void> task = depositAsync(1);
          task.join();
          open().open();
        }
        void fresh() {
          Account made = new WovenAccount(null);
          made.deposit(1);
          Objects.requireNonNull(made);
          made.deposit(1);
        }
        void branches(boolean some) {
          extra().lock();
          if (some) { extra().unlock(); return; }
          cents = 0;
          if (!some) { extra().unlock(); }
          cents = 1;
        }
        @Consumer(from = "raw") @Synchronized(lock = "balance") void take(String s) {}
      }
      """;

  private static List<String> acts(String method) {
    MethodFacts found = read(ACCOUNT).methods().stream()
        .filter(it -> it.label().equals(method))
        .findFirst()
        .orElseThrow();
    return found.acts().stream().map(BodyReaderTest::line).toList();
  }

  private static String line(Act act) {
    String held = act.held().stream()
        .map(hold -> text(hold.lock()))
        .collect(Collectors.joining(", ", " [", "]"));
    if (act instanceof Act.Invoke call) {
      return "call " + call.on().text() + "." + call.name() + held;
    }
    if (act instanceof Act.Access access) {
      return access.touch() + " " + access.of().text() + "." + access.field() + held;
    }
    if (act instanceof Act.Await wait) {
      return "await " + wait.kind() + wait.bodies() + held;
    }
    return act.getClass().getSimpleName() + held;
  }

  private static String text(Resource resource) {
    return resource.of().text() + ":" + resource.node().label();
  }

  @Test
  void declaredLocksAreHeldInTheWholeBody() {
    assertThat(acts("deposit()"))
        .containsExactly(
            "UPDATE this.cents [this:Account.balance]", "MUTATE this.log [this:Account.balance]");
    assertThat(acts("transferTo()"))
        .containsExactly(
            "call this.deposit() [this:Account.balance, to:Account.balance]",
            "call to.deposit() [this:Account.balance, to:Account.balance]",
            "Resend []"); // which calls get what was given to it
  }

  @Test
  void locksAreHeldByHandUntilTheyAreGivenBack() {
    assertThat(acts("byHand()"))
        .containsExactly(
            "Give []",
            "call this.extra() []",
            "Take []",
            "UPDATE this.cents [this:Account.extra]",
            "Give [this:Account.extra]",
            "call this.extra() [this:Account.extra]",
            "WRITE this.cents []");
  }

  @Test
  void whatIsHeldAfterABranchIsWhatAllWaysHold() {
    assertThat(acts("branches()"))
        .contains("WRITE this.cents [this:Account.extra]")
        .endsWith("WRITE this.cents []");
  }

  @Test
  void aLambdaRunsAtOnceOrIsABodyOfItsOwn() {
    assertThat(acts("lambdas()"))
        .containsExactly(
            "call other.deposit() []",
            "call this.deposit() []",
            "Hand []",
            "call this.what it gives to within() [this.log:List.monitor]",
            "call this.within() []");
  }

  @Test
  void waitsNameWhatTheyWaitFor() {
    assertThat(acts("waits()"))
        .filteredOn(line -> !line.startsWith("call"))
        .containsExactly(
            "await GATE[] []",
            "Give []",
            "Send []",
            "await SEND[] []",
            "Start []",
            "await TASK[app.Account.depositAsync(long)] []",
            "Open []");
  }

  @Test
  void anObjectIsFreshUntilItIsGivenAway() {
    List<Boolean> fresh = read(ACCOUNT).methods().stream()
        .filter(it -> it.label().equals("fresh()"))
        .flatMap(it -> it.acts().stream())
        .filter(act -> act instanceof Act.Invoke call && call.name().equals("deposit()"))
        .map(act -> ((Act.Invoke) act).on().isFresh())
        .toList();

    assertThat(fresh).containsExactly(true, false);
  }

  @Test
  void activationsAndTwinsAreRoots() {
    Facts facts = read(ACCOUNT);

    assertThat(facts.activations())
        .singleElement()
        .satisfies(
            it -> assertThat(it.from().orElseThrow().node().label()).isEqualTo("Account.raw"));
    assertThat(facts.method("app.Account.depositAsync(long)").orElseThrow().twinOf())
        .contains("app.Account.deposit(long)");
  }
}
