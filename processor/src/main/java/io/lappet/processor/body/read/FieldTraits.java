package io.lappet.processor.body.read;

import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.FieldFacts.Trait;
import io.lappet.processor.body.facts.Spot;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads fields. */
final class FieldTraits {
  private static final Set<String> COLLECTIONS = Set.of("java.util.Collection", "java.util.Map");
  private static final Set<String> BUILDERS =
      Set.of("java.lang.StringBuilder", "java.util.BitSet", "java.util.StringJoiner");
  private static final Set<String> IMMUTABLE = Set.of(
      "java.lang.String",
      "java.lang.Integer",
      "java.lang.Long",
      "java.lang.Boolean",
      "java.lang.Double",
      "java.lang.Float",
      "java.lang.Short",
      "java.lang.Byte",
      "java.lang.Character",
      "java.lang.Class",
      "java.math.BigDecimal",
      "java.math.BigInteger",
      "java.util.UUID",
      "java.util.Optional",
      "java.net.URI");

  private final Symbols symbols;

  FieldTraits(Symbols symbols) {
    this.symbols = symbols;
  }

  FieldFacts read(VariableElement field, String owner, boolean isMadeHere, Spot spot) {
    return new FieldFacts(
        owner,
        field.getSimpleName().toString(),
        symbols.erased(field.asType()),
        traits(field.asType(), isMadeHere),
        field.getModifiers(),
        guardedBy(field),
        symbols.suppressed(field),
        spot);
  }

  private Set<Trait> traits(TypeMirror declared, boolean isMadeHere) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (declared.getKind().isPrimitive()) {
      traits.add(Trait.PRIMITIVE);
    }
    if (declared.getKind() == TypeKind.ARRAY) {
      traits.add(Trait.ARRAY);
    }
    if (symbols
        .typeElement(declared)
        .map(symbols::name)
        .filter(Library::isStateful)
        .isPresent()) {
      traits.add(Trait.STATEFUL);
    }
    // What comes from elsewhere may be of a kind that is made for several threads.
    if (isMadeHere && isPlainCollection(declared)) {
      traits.add(Trait.PLAIN_COLLECTION);
    }
    symbols
        .typeElement(declared)
        .filter(this::isThreadSafe)
        .ifPresent(it -> traits.add(Trait.THREAD_SAFE));
    symbols
        .typeElement(declared)
        .filter(this::isImmutable)
        .ifPresent(it -> traits.add(Trait.IMMUTABLE));
    return traits;
  }

  boolean isPlainCollection(TypeMirror declared) {
    Optional<TypeElement> type = symbols.typeElement(declared);
    String name = type.map(symbols::name).orElse("");
    return name.startsWith("java.")
        && !name.startsWith("java.util.concurrent.")
        && (BUILDERS.contains(name)
            || type.filter(it -> symbols.isA(it, COLLECTIONS)).isPresent());
  }

  private boolean isThreadSafe(TypeElement type) {
    String name = symbols.name(type);
    return name.startsWith("java.util.concurrent.") || Library.isOfRuntime(name);
  }

  private boolean isImmutable(TypeElement type) {
    String name = symbols.name(type);
    return IMMUTABLE.contains(name)
        || name.startsWith("java.time.")
        || type.getKind() == ElementKind.ENUM
        || type.getKind() == ElementKind.RECORD;
  }

  private static Optional<String> guardedBy(VariableElement field) {
    for (AnnotationMirror mirror : field.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("GuardedBy")) {
        return mirror.getElementValues().values().stream()
            .map(AnnotationValue::getValue)
            .map(FieldTraits::text)
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private static String text(Object value) {
    return value instanceof java.util.List<?> several && several.size() == 1
        ? String.valueOf(((AnnotationValue) several.get(0)).getValue())
        : String.valueOf(value);
  }
}
