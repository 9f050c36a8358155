package io.lappet.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A class, its superclasses and its interfaces, nearest first.
 *
 * <p>{@code Elements.getAllMembers} leaves out just those methods that deserve a message, and ECJ
 * answers it differently from javac.
 */
final class Lineage {
  private final Types types;
  private final Elements elements;
  private final TypeElement type;
  private final Set<TypeElement> all = new LinkedHashSet<>();

  private Lineage(Types types, Elements elements, TypeElement type) {
    this.types = types;
    this.elements = elements;
    this.type = type;
  }

  static Lineage of(TypeElement type, Types types, Elements elements) {
    Lineage lineage = new Lineage(types, elements, type);
    lineage.addClasses();
    lineage.addInterfaces();
    return lineage;
  }

  /** The class itself, then what it inherits from. */
  Set<TypeElement> types() {
    return all;
  }

  /** The methods that an object of the class has, each once, and the static ones it sees. */
  List<ExecutableElement> methods() {
    List<ExecutableElement> methods = new ArrayList<>();
    for (TypeElement declaring : all) {
      ElementFilter.methodsIn(declaring.getEnclosedElements()).stream()
          .filter(method -> declaring.equals(type) || isInherited(method))
          .forEach(methods::add);
    }
    return methods.stream().filter(method -> isLast(method, methods)).toList();
  }

  /** The methods that {@code method} overrides, nearest first. */
  List<ExecutableElement> overriddenBy(ExecutableElement method) {
    return all.stream()
        .flatMap(declaring -> ElementFilter.methodsIn(declaring.getEnclosedElements()).stream())
        .filter(other -> isOverride(method, other))
        .toList();
  }

  private static boolean isInherited(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean ofInterface = method.getEnclosingElement().getKind() == ElementKind.INTERFACE;
    return !modifiers.contains(Modifier.PRIVATE)
        && !(ofInterface && modifiers.contains(Modifier.STATIC));
  }

  private boolean isLast(ExecutableElement method, List<ExecutableElement> methods) {
    for (ExecutableElement other : methods) {
      if (isOverride(other, method)) {
        return false;
      }
      if (other.equals(method)) {
        continue;
      }
      // Two interfaces may ask for the same method: the nearer one stands for both.
      if (methods.indexOf(other) < methods.indexOf(method) && isSameDemand(other, method)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOverride(ExecutableElement overrider, ExecutableElement overridden) {
    return !overrider.equals(overridden)
        && overrider.getSimpleName().equals(overridden.getSimpleName())
        && elements.overrides(overrider, overridden, type);
  }

  private boolean isSameDemand(ExecutableElement one, ExecutableElement other) {
    return one.getSimpleName().equals(other.getSimpleName())
        && one.getModifiers().contains(Modifier.ABSTRACT)
        && other.getModifiers().contains(Modifier.ABSTRACT)
        && types.isSubsignature(typeOf(one), typeOf(other));
  }

  private ExecutableType typeOf(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }

  private void addClasses() {
    TypeMirror next = type.asType();
    while (next.getKind() == TypeKind.DECLARED) {
      TypeElement element = (TypeElement) types.asElement(next);
      all.add(element);
      next = element.getSuperclass();
    }
  }

  private void addInterfaces() {
    List<TypeElement> open = new ArrayList<>(all);
    for (int i = 0; i < open.size(); i++) {
      for (TypeMirror parent : open.get(i).getInterfaces()) {
        if (parent.getKind() == TypeKind.DECLARED
            && all.add((TypeElement) types.asElement(parent))) {
          open.add((TypeElement) types.asElement(parent));
        }
      }
    }
  }
}
