package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A class with annotations, as the compiler sees it. */
public final class UserClass {
  private final TypeElement type;
  private final Types types;
  private final Elements elements;
  private final Bodies bodies;
  private final Lineage lineage;
  private final List<Member> methods = new ArrayList<>();

  /** Begins to read {@code type}. */
  public UserClass(TypeElement type, Types types, Elements elements, Bodies bodies) {
    this.type = type;
    this.types = types;
    this.elements = elements;
    this.bodies = bodies;
    this.lineage = Lineage.of(type, types, elements);
    for (ExecutableElement method : lineage.methods()) {
      methods.add(new Member(this, method, methods.size()));
    }
  }

  /** Another class or interface of the same compilation. */
  UserClass other(TypeElement other) {
    return new UserClass(other, types, elements, bodies);
  }

  /** The class itself. */
  public TypeElement element() {
    return type;
  }

  /** Whether it is an interface, whose methods are woven in the classes that implement it. */
  public boolean isInterface() {
    return type.getKind() == ElementKind.INTERFACE;
  }

  /** Whether it asks by itself to be woven. */
  public boolean isMarked() {
    return mark(Vocabulary.WOVEN).isPresent();
  }

  /** Whether all annotations make sense to the compiler; where they do not, it says so. */
  public boolean isReadable() {
    for (ClassName name : Vocabulary.ALL) {
      if (!areReadable(Mark.all(elements, type, name))
          || !methods.stream().allMatch(method -> areReadable(method.marks(name)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areReadable(List<Mark> marks) {
    return marks.stream().allMatch(Mark::isReadable);
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  Bodies bodies() {
    return bodies;
  }

  Lineage lineage() {
    return lineage;
  }

  Place place() {
    return Place.of(type);
  }

  /** As messages call it. */
  String label() {
    return ClassName.get(type).simpleNames().stream()
        .reduce((a, b) -> a + "." + b)
        .orElse("");
  }

  Optional<Mark> mark(ClassName annotation) {
    return Mark.find(elements, type, annotation);
  }

  /** All methods of its objects, and the static ones it sees. */
  List<Member> methods() {
    return methods;
  }

  /** The methods with {@code annotation}. */
  List<Member> methodsWith(ClassName annotation) {
    return methods.stream().filter(method -> method.has(annotation)).toList();
  }

  /** Whether another method that subclasses see has the name of {@code member}. */
  boolean isOverloaded(Member member) {
    return methods.stream()
        .filter(other -> other != member && other.name().equals(member.name()))
        .anyMatch(other -> !other.is(Modifier.PRIVATE));
  }

  ExecutableType typeOf(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }

  /** Whether subclasses in the package of the class see {@code method}. */
  boolean isVisibleHere(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        || method.getModifiers().contains(Modifier.PROTECTED)
        || elements.getPackageOf(method).equals(elements.getPackageOf(type));
  }

  /** Whether it is or inherits from the type with this name. */
  boolean isA(String name) {
    return lineage.types().stream().anyMatch(it -> it.getQualifiedName().contentEquals(name));
  }

  /** Whether {@code sub} is of the type with this name. */
  boolean isSubtype(TypeMirror sub, ClassName name) {
    TypeElement type = elements.getTypeElement(name.canonicalName());
    return type != null
        && !sub.getKind().isPrimitive()
        && types.isSubtype(types.erasure(sub), erased(type));
  }

  /** Whether {@code sub} is a {@code generic<? super argument>}, such as what compares it. */
  boolean isSubtypeOfSuper(TypeMirror sub, Class<?> generic, TypeMirror argument) {
    TypeElement element = elements.getTypeElement(generic.getCanonicalName());
    TypeMirror wanted = types.getDeclaredType(element, types.getWildcardType(null, argument));
    // To ECJ a raw type is a subtype too.
    return types.isSubtype(sub, wanted)
        && supertype(sub, generic).filter(TypeParts::isRaw).isEmpty();
  }

  /** The {@code generic} that {@code sub} is, with its type arguments. */
  Optional<DeclaredType> supertype(TypeMirror sub, Class<?> generic) {
    return supertype(sub, elements.getTypeElement(generic.getCanonicalName()));
  }

  /** The same of any class or interface. */
  Optional<DeclaredType> supertype(TypeMirror sub, TypeElement generic) {
    return generic.equals(types.asElement(sub))
        ? Optional.of((DeclaredType) sub)
        : types.directSupertypes(sub).stream()
            .flatMap(parent -> supertype(parent, generic).stream())
            .findFirst();
  }

  /** Whether who calls what throws {@code thrown} has to deal with it. */
  boolean isChecked(TypeMirror thrown) {
    return Stream.of(RuntimeException.class, Error.class)
        .noneMatch(unchecked -> isSubtype(thrown, ClassName.get(unchecked)));
  }

  /** Whether an {@link InterruptedException} can be thrown out of {@code method}. */
  boolean throwsInterrupted(Member method) {
    TypeElement interrupted =
        elements.getTypeElement(InterruptedException.class.getCanonicalName());
    for (TypeMirror thrown : method.type().getThrownTypes()) {
      if (types.isAssignable(interrupted.asType(), thrown)) {
        return true;
      }
    }
    return false;
  }

  private TypeMirror erased(TypeElement element) {
    return types.erasure(element.asType());
  }
}
