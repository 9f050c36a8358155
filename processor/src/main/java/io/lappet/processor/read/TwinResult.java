package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * What a twin returns.
 *
 * @param type as it is written
 */
record TwinResult(Kind kind, TypeMirror type) {
  /** What its caller can do with it. */
  enum Kind {
    TASK,
    FUTURE,
    GENERATOR,
    NOTHING
  }

  private static final List<ClassName> FUTURES =
      List.of(ClassName.get(CompletableFuture.class), ClassName.get(CompletionStage.class));
  private static final List<ClassName> TASKS =
      List.of(Vocabulary.TASK, ClassName.get(Future.class));

  /** The result of this type, if a twin can return that. */
  static Optional<TwinResult> of(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return Optional.of(new TwinResult(Kind.NOTHING, type));
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    ClassName name = ClassName.get((TypeElement) ((DeclaredType) type).asElement());
    Optional<Kind> kind = Optional.empty();
    if (TASKS.contains(name)) {
      kind = Optional.of(Kind.TASK);
    } else if (FUTURES.contains(name)) {
      kind = Optional.of(Kind.FUTURE);
    } else if (name.equals(Vocabulary.GENERATOR)) {
      kind = Optional.of(Kind.GENERATOR);
    }
    return kind.map(it -> new TwinResult(it, type));
  }

  /** Whether it hands out what the target returns. */
  boolean isPromise() {
    return kind == Kind.TASK || kind == Kind.FUTURE;
  }

  /** Whether its type argument is missing. */
  boolean isRaw() {
    return TypeParts.isRaw(type);
  }

  /** Its type argument. */
  TypeMirror argument() {
    return ((DeclaredType) type).getTypeArguments().get(0);
  }

  /** Whether its type argument is a wildcard. */
  boolean isWildcard() {
    return argument().getKind() == TypeKind.WILDCARD;
  }

  /** The type that its values are of; none if they can be of any. */
  Optional<TypeMirror> value() {
    if (!isWildcard()) {
      return Optional.of(argument());
    }
    WildcardType wildcard = (WildcardType) argument();
    return Optional.ofNullable(wildcard.getExtendsBound())
        .or(() -> Optional.ofNullable(wildcard.getSuperBound()));
  }

  /** The same type with another argument, as one writes it. */
  String with(String argument) {
    return "%s<%s>".formatted(simpleName(), argument);
  }

  /** Its type without its argument, as one writes it. */
  String simpleName() {
    return ((DeclaredType) type).asElement().getSimpleName().toString();
  }
}
