package io.lappet.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles with the compiler of Eclipse, in real folders: it takes no files from memory. */
final class Ecj {
  private Ecj() {}

  /** What the compiler says to {@code source}, in a folder of its own. */
  static List<Diagnostic<? extends JavaFileObject>> compile(Path folder, String source)
      throws IOException {
    Path file = folder.resolve(SourceText.fullName(source).replace('.', '/') + ".java");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    JavaCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = List.of(
          "--release",
          "17",
          "-d",
          classes.toString(),
          "-s",
          classes.toString(),
          "-cp",
          System.getProperty("java.class.path"));
      JavaCompiler.CompilationTask task = compiler.getTask(
          new StringWriter(), files, diagnostics, options, null, files.getJavaFileObjects(file));
      task.setProcessors(List.of(new LappetProcessor()));
      task.call();
    }
    return Defects.refused(diagnostics.getDiagnostics());
  }
}
