package io.lappet.processor.read;

import io.lappet.processor.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds types that a class needs before it can be woven and that do not exist, or not yet: another
 * processor, or this one, may write them in this round.
 *
 * <p>Only what the woven class repeats is looked at. A static factory or a field may name the woven
 * class itself.
 */
public final class MissingTypes {
  private MissingTypes() {}

  /** The first type that is missing for {@code user}. */
  public static Optional<String> of(UserClass user) {
    // One after the other: what comes later is only looked at if nothing is missing before.
    return missing(ofClass(user))
        .or(() -> missing(ofMethods(user)))
        .or(() -> missing(ofShared(user)))
        .map(type -> name(user, type));
  }

  /** Of some of them ECJ has no element. */
  private static String name(UserClass user, TypeMirror missing) {
    Element element = user.types().asElement(missing);
    return element == null ? missing.toString() : element.getSimpleName().toString();
  }

  /** The first type that is missing for anything that {@code type} declares, bodies aside. */
  public static Optional<String> mentionedIn(TypeElement type) {
    List<TypeMirror> mentioned = new ArrayList<>();
    addParents(type, mentioned);
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method) {
        addSignature(method, mentioned);
      } else {
        mentioned.add(member.asType());
      }
    }
    return missing(mentioned).or(() -> primitiveBound(type)).map(TypeMirror::toString);
  }

  /** A primitive type as a bound, of which javac shows that it is one. */
  private static Optional<TypeMirror> primitiveBound(TypeElement type) {
    return Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
        .filter(Parameterizable.class::isInstance)
        .flatMap(element -> ((Parameterizable) element).getTypeParameters().stream())
        .flatMap(variable -> variable.getBounds().stream())
        .<TypeMirror>map(bound -> bound)
        .filter(bound -> bound.getKind().isPrimitive())
        .findFirst();
  }

  private static Optional<TypeMirror> missing(List<TypeMirror> types) {
    for (TypeMirror type : types) {
      for (TypeMirror part : TypeParts.of(type)) {
        if (part.getKind() == TypeKind.ERROR) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  private static List<TypeMirror> ofClass(UserClass user) {
    List<TypeMirror> types = new ArrayList<>();
    user.lineage().types().forEach(type -> addParents(type, types));
    addBounds(user.element().getTypeParameters(), types);
    ElementFilter.constructorsIn(user.element().getEnclosedElements())
        .forEach(constructor -> addSignature(constructor, types));
    return types;
  }

  private static List<TypeMirror> ofMethods(UserClass user) {
    List<TypeMirror> types = new ArrayList<>();
    Repeated.methods(user).forEach(method -> addSignature(method, types));
    return types;
  }

  /** What the shared interfaces hand out that the class uses. */
  private static List<TypeMirror> ofShared(UserClass user) {
    List<TypeMirror> types = new ArrayList<>();
    for (AnnotationValue value :
        user.mark(Vocabulary.WOVEN).map(mark -> mark.list("uses")).orElse(List.of())) {
      UsesStep.type(user, value).ifPresent(used -> {
        used.lineage().types().forEach(type -> addParents(type, types));
        used.methods().forEach(method -> addSignature(method.element(), types));
      });
    }
    return types;
  }

  private static void addParents(TypeElement type, List<TypeMirror> types) {
    types.add(type.getSuperclass());
    types.addAll(type.getInterfaces());
  }

  private static void addSignature(ExecutableElement method, List<TypeMirror> types) {
    types.add(method.getReturnType());
    for (VariableElement parameter : method.getParameters()) {
      types.add(parameter.asType());
    }
    types.addAll(method.getThrownTypes());
    addBounds(method.getTypeParameters(), types);
  }

  private static void addBounds(
      List<? extends TypeParameterElement> parameters, List<TypeMirror> types) {
    for (TypeParameterElement parameter : parameters) {
      types.addAll(parameter.getBounds());
    }
  }
}
