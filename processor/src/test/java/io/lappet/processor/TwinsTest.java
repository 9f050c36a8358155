package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Twins and confined classes in surroundings of all kinds: what is generated compiles in silence. */
class TwinsTest {
  private static final String IMPORTS = """
      import io.lappet.*;
      import io.lappet.annotation.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  @Test
  void aSubclassBringsTheTarget() throws IOException {
    String base = "package app;\n" + IMPORTS + """
        abstract class Loader<T> {
          abstract T load(String id);
          @Async abstract Task<T> loadAsync(String id);
        }
        """;
    String users = "package app;\n" + IMPORTS + """
        @Woven abstract class Users extends Loader<Integer> {
          @Override Integer load(String id) { return 1; }
        }
        """;

    Compilation compilation = Javac.compile(List.of("-Werror"), base, users);

    assertThat(warningsAndErrors(compilation)).isEmpty();
    assertThat(generated(compilation, "WovenUsers"))
        .contains("Task<Integer> loadAsync(String id)")
        .contains("call(() -> load(id))");
    assertThat(names(compilation)).noneMatch(name -> name.contains("WovenLoader"));
  }

  @Test
  void anInterfaceMayAskForOneInAnotherPackage() throws IOException {
    String far = "package far;\n" + IMPORTS + """
        public interface Loading<T> {
          T load(String id) throws Exception;
          @Async CompletionStage<? extends T> loadAsync(String id);
        }
        """;
    String base = "package far;\n" + """
        public abstract class Base {
          protected String find(String id) { return id; }
        }
        """;
    String near = "package app;\n" + IMPORTS + """
        @Woven public abstract class Users extends far.Base implements far.Loading<String> {
          @Override public String load(String id) { return id; }
          @Async protected abstract Task<CharSequence> findAsync(String id);
        }
        """;

    Compilation compilation = Javac.compile(List.of("-Werror"), near, far, base);

    assertThat(warningsAndErrors(compilation)).isEmpty();
    assertThat(generated(compilation, "WovenUsers"))
        .contains("public CompletionStage<? extends String> loadAsync(String id)")
        .contains("future(() -> load(id))")
        .contains("protected Task<CharSequence> findAsync(String id)");
  }

  @Test
  void aTargetThatNobodySeesInAnotherPackageIsRefused() {
    String base = "package far;\n" + """
        public abstract class Base {
          String find(String id) { return id; }
        }
        """;
    String near = "package app;\n" + IMPORTS + """
        abstract class Users extends far.Base {
          @Async abstract Task<String> findAsync(String id);
        }
        """;

    assertThat(warningsAndErrors(Javac.compile(near, base)))
        .singleElement()
        .asString()
        .contains("its target find() is package-private in another package");
  }

  @Test
  void whatIsDeprecatedIsCalledInSilence() {
    assertThat(warningsAndErrors(compile("""
        abstract class Users {
          @Deprecated void load() {}
          @Deprecated(forRemoval = true) void store() {}
          @Async abstract void loadAsync();
          @Async abstract Task<Void> storeAsync();
          @Async @Deprecated abstract Future<?> load2Async();
          void load2() {}
        }
        """))).isEmpty();
  }

  @Test
  void namesOfTheUserAreLeftAlone() {
    assertThat(warningsAndErrors(compile("""
        @Woven(confined = true) abstract class Users {
          final int loop = 1, weaving = 2, loadTwin = 3, Task = 4;
          class Twin {}
          class Loop {}
          interface Weaving {}
          String load(String loop, String... out) { return loop; }
          @Async abstract Task<String> loadAsync(String loop, String... out);
          @Async("load") abstract void load2(String weaving, String... loadTwin);
        }
        """))).isEmpty();
  }

  @Test
  void everyResultIsInferred() {
    assertThat(warningsAndErrors(compile("""
        abstract class Users<K, V extends Comparable<V>> {
          <A extends Number & Comparable<A>> Map<K, List<A>> all(A[] from, List<? super A>[] to) {
            return Map.of();
          }
          @Async abstract <B extends Number & Comparable<B>> Task<Map<K, List<B>>> allAsync(
              B[] from, List<? super B>[] to);
          @Async("all") abstract <C extends Number & Comparable<C>> CompletableFuture<?> all2(
              C[] from, List<? super C>[] to);
          char first(Map<? extends K, V[]> all) { return 'a'; }
          @Async abstract Task<Object> firstAsync(Map<? extends K, V[]> all);
          @Async("first") abstract Future<? super Character> first2(Map<? extends K, V[]> all);
          @Async("first") abstract Task<? extends Comparable<Character>> first3(
              Map<? extends K, V[]> all);
          <X extends Exception> void fail(X with) throws X, java.io.IOException, Error {}
          @Async abstract <X extends Exception> CompletionStage<?> failAsync(X with);
          @SuppressWarnings("unchecked") V[] array(V... all) { return all; }
          @SuppressWarnings("unchecked") @Async abstract Task<V[]> arrayAsync(V... all);
          Void nothing() { return null; }
          @Async abstract Task<Void> nothingAsync();
          <T> void values(T first, Yield<? super T> out) {}
          @Async abstract <T> Generator<T> values(T first);
          void wild(Yield<Object> out) {}
          @Async abstract Generator<?> wild();
          final synchronized int last() { return 1; }
          @Async abstract Task<Integer> lastAsync();
        }
        """))).isEmpty();
  }

  @Test
  void aConfinedClassMayExtendWhatItLikes() {
    assertThat(warningsAndErrors(compile("""
        @Woven(confined = true) abstract class Users extends ThreadLocal<String>
            implements Iterable<String>, Comparator<String>, AutoCloseable, Cloneable {
          private record Hidden(int id) {}
          void take(Hidden hidden) {}
          Hidden give() { return new Hidden(1); }
          @Override public Iterator<String> iterator() { return List.<String>of().iterator(); }
          @Override public int compare(String a, String b) { return 0; }
          @Override public void close() {}
          @Override protected Object clone() throws CloneNotSupportedException {
            return super.clone();
          }
          @Deprecated void old() {}
          @Async abstract Task<Void> oldAsync();
          @SafeVarargs final void safe(List<String>... all) {}
          @SuppressWarnings("unchecked") void unsafe(List<String>... all) {}
        }
        """))).isEmpty();
  }

  @Test
  void aConfinedClassChecksItsCallers() throws IOException {
    Compilation compilation = compile("""
        @Woven(confined = true) abstract class Users implements Comparator<String> {
          @Override public int compare(String a, String b) { return 0; }
          int count(Map<String, Integer> all, int[][] sizes, Map.Entry<String, String> one) {
            return 1;
          }
          @Async abstract Task<Integer> compareAsync(String a, String b);
          @Override public boolean equals(Object other) { return this == other; }
          @Override public int hashCode() { return 1; }
        }
        """);

    assertThat(warningsAndErrors(compilation)).isEmpty();
    assertThat(generated(compilation, "WovenUsers"))
        .contains("loop = weaving.loop();")
        .contains("loop.require(\"Users.compare(String, String)\");")
        .contains("loop.require(\"Users.count(Map, int[][], Entry)\");")
        .contains("loop.require(\"Users.reversed()\");")
        .doesNotContain("equals")
        .doesNotContain("hashCode");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(warningsAndErrors(Javac.compile("package app;\n" + IMPORTS + """
            abstract class Users {
              @Async String load(String id) { return id; }
              @Async(lane = "x") abstract Task<Integer> storeAsync();
              void store() {}
              @Async(delay = "?", timeout = "-1s") abstract Task<Void> findAsync();
            }
            """)))
        .hasSize(6);
  }

  private static Compilation compile(String source) {
    return Javac.compile(List.of("-Werror"), "package app;\n" + IMPORTS + source);
  }

  private static List<String> warningsAndErrors(Compilation compilation) {
    List<String> messages = new ArrayList<>();
    compilation.errors().forEach(error -> messages.add(error.toString()));
    compilation.warnings().forEach(warning -> messages.add(warning.getMessage(Locale.ROOT)));
    return messages;
  }

  private static List<String> names(Compilation compilation) {
    return compilation.generatedSourceFiles().stream()
        .map(JavaFileObject::getName)
        .toList();
  }

  private static String generated(Compilation compilation, String name) throws IOException {
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      if (file.getName().endsWith("/" + name + ".java")) {
        try (var content = file.openInputStream()) {
          return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError(name);
  }
}
