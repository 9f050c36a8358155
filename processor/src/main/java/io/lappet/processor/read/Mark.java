package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** One annotation as it is written on one element: its values by name, and where they stand. */
public final class Mark {
  /** What javac has as a value where it could not make sense of the source. */
  private static final String ERRONEOUS = "<error>";

  /** What the compiler puts annotations into that are repeated. */
  private static final String SEVERAL = "Several";

  private final Elements elements;
  private final Place place;
  private final AnnotationMirror mirror;

  private Mark(Elements elements, Place place, AnnotationMirror mirror) {
    this.elements = elements;
    this.place = place;
    this.mirror = mirror;
  }

  /** The annotation {@code name} of {@code element}, if it has it; the first if it has several. */
  public static Optional<Mark> find(Elements elements, Element element, ClassName name) {
    List<Mark> marks = all(elements, element, name);
    return marks.isEmpty() ? Optional.empty() : Optional.of(marks.get(0));
  }

  /** The annotations {@code name} of {@code element}, in their order. */
  static List<Mark> all(Elements elements, Element element, ClassName name) {
    List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
    if (mirrors.isEmpty()) {
      return List.of(); // most elements, each of which is asked for many annotations
    }
    List<Mark> marks = new ArrayList<>();
    for (AnnotationMirror mirror : mirrors) {
      if (isOf(mirror, name)) {
        marks.add(new Mark(elements, Place.of(element, mirror, null), mirror));
      } else if (isSeveral(mirror, name)) {
        Mark mark = new Mark(elements, Place.of(element, mirror, null), mirror);
        mark.list("value")
            .forEach(value -> marks.add(
                new Mark(elements, mark.place(value), (AnnotationMirror) value.getValue())));
      }
    }
    return marks;
  }

  /** Whether {@code mirror} is the annotation {@code name}. */
  static boolean isOf(AnnotationMirror mirror, ClassName name) {
    return isOf((TypeElement) mirror.getAnnotationType().asElement(), name);
  }

  private static boolean isOf(TypeElement type, ClassName name) {
    // Asked very often: most differ in the last part already.
    return type.getSimpleName().contentEquals(name.simpleName())
        && type.getQualifiedName().contentEquals(name.canonicalName());
  }

  private static boolean isSeveral(AnnotationMirror mirror, ClassName name) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return type.getSimpleName().contentEquals(SEVERAL)
        && type.getEnclosingElement() instanceof TypeElement one
        && isOf(one, name);
  }

  /** The same annotation in a class that is looked at by itself. */
  Mark toldThere() {
    return new Mark(elements, place.toldThere(), mirror);
  }

  /** Whether all values are there and make sense; if not, javac says so. */
  boolean isReadable() {
    Element type = mirror.getAnnotationType().asElement();
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .map(declared -> value(declared.getSimpleName().toString()))
        .noneMatch(value -> value.isEmpty() || value.get().equals(ERRONEOUS));
  }

  /** A text. */
  public String string(String name) {
    return value(name).filter(String.class::isInstance).map(String.class::cast).orElse("");
  }

  /** A number. */
  public int number(String name) {
    return value(name)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(0);
  }

  double part(String name) {
    return value(name).filter(Double.class::isInstance).map(Double.class::cast).orElse(0.0);
  }

  /** Whether it is true. */
  public boolean flag(String name) {
    return value(name).filter(Boolean.TRUE::equals).isPresent();
  }

  /** The name of an enum constant. */
  public String constant(String name) {
    return value(name)
        .filter(VariableElement.class::isInstance)
        .map(constant -> ((VariableElement) constant).getSimpleName().toString())
        .orElse("");
  }

  /** The class that a class literal means. */
  public Optional<TypeElement> type(String name) {
    return value(name).filter(DeclaredType.class::isInstance).map(type ->
        (TypeElement) ((DeclaredType) type).asElement());
  }

  /** The annotation in {@code name}. */
  Optional<Mark> nested(String name) {
    return value(name)
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .map(nested ->
            new Mark(elements, new Place(place.element(), mirror, null, place.told()), nested));
  }

  /** The values of an array, in their order. */
  public List<AnnotationValue> list(String name) {
    return value(name)
        .filter(List.class::isInstance)
        .map(values ->
            ((List<?>) values).stream().map(AnnotationValue.class::cast).toList())
        .orElse(List.of());
  }

  /** Whether {@code name} is written there. */
  public boolean isSet(String name) {
    return written(mirror, name).isPresent();
  }

  Place place() {
    return place;
  }

  /** The place of {@code name}; that of the annotation if it is not written there. */
  Place place(String name) {
    return find(written(mirror), name).map(this::place).orElse(place);
  }

  /** The place of a value in an array. */
  Place place(AnnotationValue value) {
    return new Place(place.element(), place.annotation(), value, place.told());
  }

  private Optional<Object> value(String name) {
    return find(told(() -> elements.getElementValuesWithDefaults(mirror)), name)
        .map(AnnotationValue::getValue);
  }

  /** What {@code mirror} says of {@code name}, if that is written there. */
  static Optional<Object> written(AnnotationMirror mirror, String name) {
    return find(written(mirror), name).map(AnnotationValue::getValue);
  }

  private static Map<? extends ExecutableElement, ? extends AnnotationValue> written(
      AnnotationMirror mirror) {
    return told(mirror::getElementValues);
  }

  /** Nothing at all if one of the values is of a wrong type: ECJ fails to tell it then. */
  private static Map<? extends ExecutableElement, ? extends AnnotationValue> told(
      Supplier<Map<? extends ExecutableElement, ? extends AnnotationValue>> values) {
    try {
      return values.get();
    } catch (RuntimeException e) {
      return Map.of();
    }
  }

  private static Optional<AnnotationValue> find(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values, String name) {
    for (var entry : values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
