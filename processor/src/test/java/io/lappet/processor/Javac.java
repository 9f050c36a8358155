package io.lappet.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compiles as a strict user does: every warning is asked for, and no defect is accepted. */
final class Javac {
  private static final List<String> STRICT = List.of("-Xlint:all,-processing");

  /** Programs that show how things are declared leave out what a whole one would do with them. */
  private static final List<String> UNFINISHED = List.of(
      "-Alappet.check.gate_never_opened=off",
      "-Alappet.check.guard_constant=off",
      "-Alappet.check.field_race=off",
      "-Alappet.check.other_side=off");

  private Javac() {}

  /** The class path of a program: a test may have stand-ins that a program may not. */
  static List<File> withoutTests() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("junit"))
        .map(File::new)
        .toList();
  }

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
    return sound(
        javac().withProcessors(new LappetProcessor()).withOptions(all).compile(files(sources)));
  }

  /** Compiles sources as a program, with no test framework in sight. */
  static Compilation compileProgram(List<String> options, String... sources) {
    return compileOn(withoutTests(), options, sources);
  }

  /** Compiles sources against what lies on {@code classPath}. */
  static Compilation compileOn(List<File> classPath, List<String> options, String... sources) {
    return sound(javac()
        .withProcessors(new LappetProcessor())
        .withClasspath(classPath)
        .withOptions(options)
        .compile(files(sources)));
  }

  /** Compiles with a processor of the test's own, which may fail: only here a defect may be told. */
  static Compilation compileDespiteDefects(Processor processor, String... sources) {
    return javac().withProcessors(processor).compile(files(sources));
  }

  /** {@code compilation}, which told no defect of ours in any way. */
  static Compilation sound(Compilation compilation) {
    Defects.refused(compilation.diagnostics());
    return compilation;
  }

  private static List<JavaFileObject> files(String... sources) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      files.add(JavaFileObjects.forSourceString(SourceText.fullName(source), source));
    }
    return files;
  }
}
