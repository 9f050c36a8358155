package io.lappet.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
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
  /** All that they declare, by name: only methods of one name are ever compared. */
  private final Map<Name, List<ExecutableElement>> declared = new LinkedHashMap<>();

  private Lineage(Types types, Elements elements, TypeElement type) {
    this.types = types;
    this.elements = elements;
    this.type = type;
  }

  static Lineage of(TypeElement type, Types types, Elements elements) {
    Lineage lineage = new Lineage(types, elements, type);
    lineage.addClasses();
    lineage.addInterfaces();
    lineage.addMethods();
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
      for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
        if (isHad(method) && isLast(method)) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  /** The methods of that name that any of the types declares, nearest first. */
  List<ExecutableElement> named(Name name) {
    return declared.getOrDefault(name, List.of());
  }

  /** The methods that {@code method} overrides, nearest first. */
  List<ExecutableElement> overriddenBy(ExecutableElement method) {
    return named(method.getSimpleName()).stream()
        .filter(other -> isOverride(method, other))
        .toList();
  }

  /** The class or interface that {@code method} stands in. */
  static TypeElement declaring(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  /** Whether the class declares or inherits {@code method}, if nothing else stands in its place. */
  private boolean isHad(ExecutableElement method) {
    TypeElement declaring = declaring(method);
    Set<Modifier> modifiers = method.getModifiers();
    boolean ofInterface = declaring.getKind() == ElementKind.INTERFACE;
    return declaring.equals(type)
        || !modifiers.contains(Modifier.PRIVATE)
            && !(ofInterface && modifiers.contains(Modifier.STATIC));
  }

  private boolean isLast(ExecutableElement method) {
    boolean isNearer = true;
    for (ExecutableElement other : named(method.getSimpleName())) {
      if (other.equals(method)) {
        isNearer = false;
      } else if (isHad(other)
          && (isOverride(other, method) || isNearer && isSameDemand(other, method))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether an object of the class has {@code overrider} instead of {@code other}. ECJ's answer to
   * {@code Elements.overrides} is no in simple cases too.
   */
  private boolean isOverride(ExecutableElement overrider, ExecutableElement other) {
    if (overrider.equals(other)
        || !overrider.getSimpleName().equals(other.getSimpleName())
        || !isOverridable(other, overrider)
        || !isSameCall(overrider, other)) {
      return false;
    }
    TypeElement nearer = declaring(overrider);
    TypeElement farther = declaring(other);
    boolean isDescendant = types.isSubtype(erased(nearer), erased(farther));
    // A class has its method instead of that of an interface which it knows nothing of.
    boolean classWins = nearer.getKind().isClass()
        && farther.getKind().isInterface()
        && !overrider.getModifiers().contains(Modifier.ABSTRACT);
    return isDescendant || classWins;
  }

  private boolean isOverridable(ExecutableElement method, ExecutableElement by) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.STATIC)
        || modifiers.contains(Modifier.PRIVATE)
        || by.getModifiers().contains(Modifier.STATIC)
        || by.getModifiers().contains(Modifier.PRIVATE)) {
      return false;
    }
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || elements.getPackageOf(method).equals(elements.getPackageOf(by));
  }

  /** Whether two interfaces ask for the same method, so that one stands for both. */
  private boolean isSameDemand(ExecutableElement one, ExecutableElement other) {
    return one.getSimpleName().equals(other.getSimpleName())
        && one.getModifiers().contains(Modifier.ABSTRACT)
        && other.getModifiers().contains(Modifier.ABSTRACT)
        && isSameCall(one, other);
  }

  private boolean isSameCall(ExecutableElement one, ExecutableElement other) {
    return one.getSimpleName().equals(other.getSimpleName())
        && types.isSubsignature(typeOf(one), typeOf(other));
  }

  private ExecutableType typeOf(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }

  private TypeMirror erased(TypeElement element) {
    return types.erasure(element.asType());
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

  private void addMethods() {
    for (TypeElement declaring : all) {
      for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
        declared
            .computeIfAbsent(method.getSimpleName(), name -> new ArrayList<>())
            .add(method);
      }
    }
  }
}
