package io.lappet.processor.body.files;

import io.lappet.internal.text.FactsFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The files of facts: one for a top-level class, in its own package, so that folders, jars and named
 * modules keep both together. Each has one class as its origin.
 */
final class FactsFiles {
  private final Filer filer;
  private final Elements elements;

  /** The files as {@code filer} finds them. */
  FactsFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** The text that another compilation has written for {@code type}; empty if there is none. */
  Optional<String> read(TypeElement type) {
    PackageElement where = elements.getPackageOf(type);
    ModuleElement module = elements.getModuleOf(type);
    boolean isNamed = module != null && !module.isUnnamed();
    try {
      FileObject file = filer.getResource(
          isNamed ? StandardLocation.MODULE_PATH : StandardLocation.CLASS_PATH,
          (isNamed ? module.getQualifiedName() + "/" : "") + where.getQualifiedName(),
          nameOf(type));
      return Optional.of(file.getCharContent(true).toString());
    } catch (IOException | RuntimeException e) {
      // Not there, or of a kind that this compiler has no words for. Then nothing is known.
      return Optional.empty();
    }
  }

  /** Writes {@code text} for {@code type}. */
  void write(TypeElement type, String text) throws IOException {
    String where = elements.getPackageOf(type).getQualifiedName().toString();
    try (Writer file = filer
        .createResource(StandardLocation.CLASS_OUTPUT, where, nameOf(type), type)
        .openWriter()) {
      file.write(text);
    }
  }

  /** Whether an earlier run has written something for {@code type}. */
  boolean isThere(TypeElement type) {
    String where = elements.getPackageOf(type).getQualifiedName().toString();
    try {
      return filer
              .getResource(StandardLocation.CLASS_OUTPUT, where, nameOf(type))
              .getLastModified()
          > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String nameOf(TypeElement type) {
    return type.getSimpleName() + FactsFile.SUFFIX;
  }
}
