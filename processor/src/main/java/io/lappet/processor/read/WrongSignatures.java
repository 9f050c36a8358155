package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Finds signatures that cannot be, though the compiler shows them to processors: {@code Box<String>}
 * where it takes numbers, two parameters of one name, and under ECJ also {@code void[]}, {@code
 * Channel<>} (as {@code Channel<T>}, with the type variable of the class of channels), and what is left
 * of other slips of the pen.
 *
 * <p>The compiler tells them later, and would tell them again of a woven class that repeats them.
 */
final class WrongSignatures {
  private static final ClassName THROWABLE = ClassName.get(Throwable.class);

  private final UserClass user;

  private WrongSignatures(UserClass user) {
    this.user = user;
  }

  /** Whether there is one in what the woven class of {@code user} repeats. */
  static boolean areIn(UserClass user) {
    WrongSignatures wrong = new WrongSignatures(user);
    return wrong.areWrong(user.element().getTypeParameters(), user.element())
        || user.lineage().types().stream().anyMatch(wrong::isHeadOf)
        || Repeated.constructorsAndMethods(user).stream().anyMatch(wrong::isOf);
  }

  private boolean isHeadOf(TypeElement type) {
    return isWrong(type.getSuperclass(), type)
        || type.getInterfaces().stream().anyMatch(parent -> isWrong(parent, type));
  }

  private boolean isOf(ExecutableElement method) {
    return hasNameTwice(method.getParameters())
        || areWrong(method.getTypeParameters(), method)
        || isWrong(method.getReturnType(), method)
        || method.getParameters().stream().anyMatch(it -> isWrong(it.asType(), method))
        || method.getThrownTypes().stream()
            .anyMatch(it -> isWrong(it, method) || !user.isSubtype(it, THROWABLE));
  }

  private boolean areWrong(List<? extends TypeParameterElement> variables, Element declaring) {
    return hasNameTwice(variables)
        || variables.stream()
            .map(TypeParameterElement::getBounds)
            .anyMatch(bounds ->
                isMixed(bounds) || bounds.stream().anyMatch(bound -> isWrong(bound, declaring)));
  }

  private static boolean hasNameTwice(List<? extends Element> elements) {
    return elements.stream().map(Element::getSimpleName).distinct().count() < elements.size();
  }

  /** Whether there is another bound beside a type variable. */
  private static boolean isMixed(List<? extends TypeMirror> bounds) {
    return bounds.size() > 1
        && bounds.stream().anyMatch(bound -> bound.getKind() == TypeKind.TYPEVAR);
  }

  private boolean isWrong(TypeMirror type, Element declaring) {
    return TypeParts.of(type).stream().anyMatch(part -> switch (part.getKind()) {
      case ARRAY -> ((ArrayType) part).getComponentType().getKind() == TypeKind.VOID;
      case TYPEVAR -> !isKnown((TypeVariable) part, declaring);
      case DECLARED -> !isWithinBounds((DeclaredType) part);
      default -> false;
    });
  }

  /** Whether {@code variable} is one of {@code declaring}, or of what is around that. */
  private static boolean isKnown(TypeVariable variable, Element declaring) {
    Element generic = ((TypeParameterElement) variable.asElement()).getGenericElement();
    return generic.equals(declaring)
        || declaring.getEnclosingElement() instanceof TypeElement outer && isKnown(variable, outer);
  }

  private boolean isWithinBounds(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    List<? extends TypeParameterElement> parameters =
        ((TypeElement) type.asElement()).getTypeParameters();
    for (int i = 0; i < arguments.size() && i < parameters.size(); i++) {
      TypeMirror argument = arguments.get(i);
      if (!parameters.get(i).getBounds().stream().allMatch(bound -> fits(argument, bound))) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code argument} is within {@code bound}, whose own arguments are not looked at. */
  private boolean fits(TypeMirror argument, TypeMirror bound) {
    return argument.getKind() == TypeKind.WILDCARD
        || bound.getKind() != TypeKind.DECLARED
        || user.types().isSubtype(argument, user.types().erasure(bound));
  }
}
