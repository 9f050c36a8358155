package io.lappet.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Writes a type of one generic method with the type variables of another. */
final class Substitution {
  private final Types types;
  private final Map<TypeParameterElement, TypeMirror> variables = new LinkedHashMap<>();

  /** Puts the type variables of {@code to} in the place of those of {@code from}, as many. */
  Substitution(Types types, ExecutableType from, ExecutableType to) {
    this.types = types;
    for (int i = 0; i < from.getTypeVariables().size(); i++) {
      TypeVariable variable = from.getTypeVariables().get(i);
      variables.put(
          (TypeParameterElement) variable.asElement(), to.getTypeVariables().get(i));
    }
  }

  TypeMirror of(TypeMirror type) {
    if (variables.isEmpty()) {
      return type;
    }
    return switch (type.getKind()) {
      case TYPEVAR ->
        variables.getOrDefault((TypeParameterElement) ((TypeVariable) type).asElement(), type);
      case ARRAY -> types.getArrayType(of(((ArrayType) type).getComponentType()));
      case WILDCARD -> wildcard((WildcardType) type);
      case DECLARED -> declared((DeclaredType) type);
      default -> type;
    };
  }

  private TypeMirror wildcard(WildcardType type) {
    return types.getWildcardType(
        ofNullable(type.getExtendsBound()), ofNullable(type.getSuperBound()));
  }

  private @Nullable TypeMirror ofNullable(@Nullable TypeMirror bound) {
    return bound == null ? null : of(bound);
  }

  private TypeMirror declared(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.isEmpty()) {
      return type;
    }
    TypeMirror[] written = arguments.stream().map(this::of).toArray(TypeMirror[]::new);
    TypeElement element = (TypeElement) type.asElement();
    return type.getEnclosingType().getKind() == TypeKind.DECLARED
        ? types.getDeclaredType((DeclaredType) of(type.getEnclosingType()), element, written)
        : types.getDeclaredType(element, written);
  }
}
