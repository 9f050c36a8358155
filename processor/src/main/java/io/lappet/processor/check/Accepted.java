package io.lappet.processor.check;

import com.palantir.javapoet.ClassName;
import io.lappet.internal.text.Nearest;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What {@code @SuppressWarnings} and {@code @Accept} say. */
public final class Accepted {
  private Accepted() {}

  /** The keys that are accepted at {@code element} and around it; others may be among them. */
  public static Set<String> at(@Nullable Element element) {
    Set<String> keys = new LinkedHashSet<>();
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
      if (suppressed != null) {
        keys.addAll(Arrays.asList(suppressed.value()));
      }
      for (AnnotationMirror mark : marks(at)) {
        string(mark, "check").ifPresent(keys::add);
      }
    }
    return keys;
  }

  /** Says in {@code report} what is wrong with each {@code @Accept} on {@code element}. */
  public static void check(Element element, Report report) {
    for (AnnotationMirror mark : marks(element)) {
      string(mark, "check").ifPresent(key -> checkKey(element, mark, key, report));
      string(mark, "reason")
          .filter(String::isBlank)
          .ifPresent(reason -> report.add(
              Place.of(element, mark, value(mark, "reason").orElse(null)),
              Problem.CONTRADICTION,
              "@Accept",
              "its reason",
              "it is blank",
              "Write down why it is right here."));
    }
  }

  private static void checkKey(Element element, AnnotationMirror mark, String key, Report report) {
    Place place = Place.of(element, mark, value(mark, "check").orElse(null));
    List<Problem> meant =
        Arrays.stream(Problem.values()).filter(it -> it.key().equals(key)).toList();
    if (meant.isEmpty()) {
      Set<String> keys = keys();
      String remedy = Nearest.to(key, keys)
          .map("Did you mean \"%s\"?"::formatted)
          .orElse("Those that can be accepted are " + String.join(", ", keys) + ".");
      report.add(place, Problem.UNKNOWN_NAME, key, "the key of a check", remedy);
    } else if (meant.stream().noneMatch(Problem::isSuppressible)) {
      report.add(
          place,
          Problem.CONTRADICTION,
          "@Accept",
          "\"%s\"".formatted(key),
          "without what that asks for nothing can take effect",
          "Mend what it says, and remove @Accept.");
    }
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Problem problem : Problem.values()) {
      if (problem.isSuppressible()) {
        keys.add(problem.key());
      }
    }
    return keys;
  }

  // ---- the annotations, which the processor knows by name only

  private static List<AnnotationMirror> marks(Element element) {
    List<AnnotationMirror> marks = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (is(mirror, Vocabulary.ACCEPT)) {
        marks.add(mirror);
      } else if (is(mirror, Vocabulary.ACCEPT_SEVERAL)) {
        value(mirror, "value").stream()
            .filter(values -> values.getValue() instanceof List<?>)
            .flatMap(values -> ((List<?>) values.getValue()).stream())
            .map(value -> value instanceof AnnotationValue inner ? inner.getValue() : value)
            .filter(AnnotationMirror.class::isInstance)
            .forEach(inner -> marks.add((AnnotationMirror) inner));
      }
    }
    return marks;
  }

  private static boolean is(AnnotationMirror mirror, ClassName name) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(name.canonicalName());
  }

  private static Optional<String> string(AnnotationMirror mark, String name) {
    return value(mark, name)
        .map(AnnotationValue::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static Optional<AnnotationValue> value(AnnotationMirror mark, String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mark.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
