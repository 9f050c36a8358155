package io.lappet.processor.read;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The types of which a type is written. */
final class TypeParts {
  private TypeParts() {}

  /** {@code type} and everything in it; a type variable is one part. */
  static List<TypeMirror> of(TypeMirror type) {
    List<TypeMirror> parts = new ArrayList<>();
    collect(type, parts);
    return parts;
  }

  /** Whether {@code type} itself lacks its type arguments. */
  static boolean isRaw(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).getTypeArguments().isEmpty()
        && !((TypeElement) ((DeclaredType) type).asElement())
            .getTypeParameters()
            .isEmpty();
  }

  /** What is in {@code type} if it is a {@code java.util.List}: its argument, or the bound of that. */
  static Optional<TypeMirror> listed(TypeMirror type) {
    if (!isList(type) || isRaw(type)) {
      return Optional.empty();
    }
    TypeMirror argument = ((DeclaredType) type).getTypeArguments().get(0);
    return argument.getKind() == TypeKind.WILDCARD
        ? Optional.ofNullable(((WildcardType) argument).getExtendsBound())
        : Optional.of(argument);
  }

  /** Whether {@code type} is {@code java.util.List}, with or without an argument. */
  static boolean isList(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(List.class.getCanonicalName());
  }

  /** Whether the compiler does not know it, or a part of it. */
  static boolean isUnknown(TypeMirror type) {
    return of(type).stream().anyMatch(part -> part.getKind() == TypeKind.ERROR);
  }

  /** What the values of a primitive type are as objects; any other type stays as it is. */
  static TypeMirror boxed(Types types, TypeMirror type) {
    return type.getKind().isPrimitive()
        ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
        : type;
  }

  /** As messages call it: without packages. */
  static String simple(TypeMirror type) {
    // An unknown type may have no name that could be written.
    String text = isUnknown(type) ? type.toString() : TypeName.get(type).toString();
    return text.replaceAll("[\\w.]*\\.(?=\\w)", "");
  }

  private static void collect(TypeMirror type, List<TypeMirror> parts) {
    parts.add(type);
    switch (type.getKind()) {
      case WILDCARD -> {
        collectBound(((WildcardType) type).getExtendsBound(), parts);
        collectBound(((WildcardType) type).getSuperBound(), parts);
      }
      case ARRAY -> collect(((ArrayType) type).getComponentType(), parts);
      case INTERSECTION -> collectAll(((IntersectionType) type).getBounds(), parts);
      case DECLARED -> {
        TypeMirror outer = ((DeclaredType) type).getEnclosingType();
        // To ECJ a Map.Entry is one of a Map with all its type variables.
        if (outer.getKind() == TypeKind.DECLARED && isInner(((DeclaredType) type).asElement())) {
          collect(outer, parts);
        }
        collectAll(((DeclaredType) type).getTypeArguments(), parts);
      }
      default -> {}
    }
  }

  private static boolean isInner(Element type) {
    return type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC)
        && type.getEnclosingElement() instanceof TypeElement outer
        && outer.getKind().isClass();
  }

  private static void collectAll(List<? extends TypeMirror> types, List<TypeMirror> parts) {
    for (TypeMirror type : types) {
      collect(type, parts);
    }
  }

  private static void collectBound(@Nullable TypeMirror bound, List<TypeMirror> parts) {
    if (bound != null) {
      collect(bound, parts);
    }
  }
}
