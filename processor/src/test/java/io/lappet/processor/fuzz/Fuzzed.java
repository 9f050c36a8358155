package io.lappet.processor.fuzz;

import io.lappet.Fabric;
import io.lappet.annotation.Woven;
import io.lappet.processor.LappetProcessor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.Nullable;

/** One program that was compiled, with the processor and without it. */
abstract class Fuzzed {
  /** What the compiler says to {@code source}. */
  abstract List<Diagnostic<? extends JavaFileObject>> compile(String source, boolean processed);

  /** What is wrong with what the compiler says to {@code source}. */
  final List<String> faults(String source) {
    try {
      return Verdict.faults(compile(source, true), () -> compile(source, false));
    } catch (RuntimeException | Error e) {
      return failsAlone(source) ? List.of() : List.of("the compiler crashed: " + stack(e));
    } finally {
      cleanUp();
    }
  }

  /** What was written is no longer needed. */
  void cleanUp() {}

  /** Whether it is the compiler's own fault. */
  private boolean failsAlone(String source) {
    try {
      compile(source, false);
      return false;
    } catch (RuntimeException | Error e) {
      return true;
    }
  }

  private static String stack(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  static Fuzzed javac() {
    return new InMemory();
  }

  static Fuzzed ecj(Path folder) {
    return new InFolder(folder);
  }

  private static List<String> options(boolean processed) {
    List<String> options =
        new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), "-Xlint:all"));
    if (!processed) {
      options.add("-proc:none");
    }
    return options;
  }

  /** javac, with all that it writes in memory. */
  private static final class InMemory extends Fuzzed {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    @Override
    List<Diagnostic<? extends JavaFileObject>> compile(String source, boolean processed) {
      DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
      List<String> options = options(processed);
      if (!processed) {
        options.add("-Xplugin:Lappet off");
      }
      JavaCompiler.CompilationTask task = compiler.getTask(
          new StringWriter(),
          new Memory(files),
          said,
          options,
          null,
          List.of(new Text(URI.create("string:///user/Program.java"), source)));
      if (processed) {
        task.setProcessors(List.of(new LappetProcessor()));
      }
      task.call();
      return said.getDiagnostics();
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(URI uri, String text) {
      super(uri, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true; // a program has the name that it has by chance
    }
  }

  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Written(String name, Kind kind) {
      super(URI.create("string:///generated/" + name.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new Written(name, kind);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String name, FileObject sibling) {
      return new Written(packageName + "." + name, JavaFileObject.Kind.OTHER);
    }

    @Override
    public boolean hasLocation(Location location) {
      return location == StandardLocation.CLASS_OUTPUT
          || location == StandardLocation.SOURCE_OUTPUT
          || super.hasLocation(location);
    }
  }

  /** The compiler of Eclipse, which takes no files from memory. */
  private static final class InFolder extends Fuzzed {
    /** Only what programs use: ECJ opens all of it each time. */
    private static final String CLASS_PATH = Stream.of(Woven.class, Fabric.class, Nullable.class)
        .map(InFolder::home)
        .collect(Collectors.joining(File.pathSeparator));

    private final Path folder;
    private final JavaCompiler compiler = new EclipseCompiler();

    /** Never closed: that would throw away what ECJ knows of the JDK. */
    private final StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private static String home(Class<?> type) {
      return Path.of(URI.create(
              type.getProtectionDomain().getCodeSource().getLocation().toString()))
          .toString();
    }

    InFolder(Path folder) {
      this.folder = folder;
    }

    @Override
    List<Diagnostic<? extends JavaFileObject>> compile(String source, boolean processed) {
      try {
        return compileIn(Files.createTempDirectory(folder, "p"), source, processed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<Diagnostic<? extends JavaFileObject>> compileIn(
        Path place, String source, boolean processed) throws IOException {
      Path file = place.resolve("Program.java");
      Path written = Files.createDirectories(place.resolve("generated"));
      Files.writeString(file, source);
      DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
      List<String> options = new ArrayList<>(List.of(
          "-source",
          "17",
          "-target",
          "17",
          "-d",
          written.toString(),
          "-s",
          written.toString(),
          "-cp",
          CLASS_PATH));
      if (!processed) {
        options.add("-proc:none");
      }
      JavaCompiler.CompilationTask task = compiler.getTask(
          new StringWriter(), files, said, options, null, files.getJavaFileObjects(file));
      if (processed) {
        task.setProcessors(List.of(new LappetProcessor()));
      }
      task.call();
      return said.getDiagnostics();
    }

    /** Not before the verdict: ECJ knows the source of a message only as long as there is a file. */
    @Override
    void cleanUp() {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          if (!file.equals(folder)) {
            Files.delete(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
