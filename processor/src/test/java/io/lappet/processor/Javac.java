package io.lappet.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;

/** Compiles as a strict user does: every warning is asked for. */
final class Javac {
  private static final List<String> STRICT = List.of("-Xlint:all,-processing");

  /** Programs that show how things are declared leave out what a whole one would do with them. */
  private static final List<String> UNFINISHED = List.of(
      "-Alappet.check.gate_never_opened=off",
      "-Alappet.check.guard_constant=off",
      "-Alappet.check.field_race=off");

  private Javac() {}

  /** Compiles sources, each of which begins with its package. */
  static Compilation compile(String... sources) {
    return compile(List.of(), sources);
  }

  static Compilation compile(List<String> options, String... sources) {
    List<String> all = new ArrayList<>(STRICT);
    all.addAll(options);
    if (options.contains("-Werror")) {
      all.addAll(UNFINISHED);
    }
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      files.add(JavaFileObjects.forSourceString(SourceText.fullName(source), source));
    }
    return javac().withProcessors(new LappetProcessor()).withOptions(all).compile(files);
  }
}
