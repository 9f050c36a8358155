package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SHARED;
import static io.lappet.processor.model.Vocabulary.WOVEN;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import io.lappet.processor.model.ClassModel;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Reads the head of a class. */
public final class ClassReader {
  private ClassReader() {}

  /** The model of the head of {@code user}. */
  public static ClassModel read(UserClass user) {
    TypeElement type = user.element();
    ClassName name = ClassName.get(type);
    String component = user.mark(WOVEN)
        .or(() -> user.mark(SHARED))
        .map(mark -> mark.string("name"))
        .filter(it -> !it.isEmpty())
        .orElse("");
    return new ClassModel(
        name,
        generated(name),
        component.isEmpty() ? name.simpleName() : component,
        TypeName.get(type.asType()),
        type.getTypeParameters().stream().map(TypeVariableName::get).toList(),
        isPublic(type),
        type.getModifiers().contains(Modifier.ABSTRACT),
        type.getModifiers().contains(Modifier.SEALED),
        visible(user, true),
        visible(user, false),
        user.place());
  }

  /** The name of the woven class of {@code name}. */
  public static ClassName generated(ClassName name) {
    return ClassName.get(name.packageName(), "Woven" + String.join("_", name.simpleNames()));
  }

  /** What keeps an interface from having one implementation for several classes. */
  public static Optional<Obstacle> obstacleOfShared(UserClass user) {
    TypeElement type = user.element();
    ElementKind kind = type.getKind();
    if (kind != ElementKind.INTERFACE) {
      return obstacle(
          indefinite(kind) + ", and @Shared means an interface",
          "Put the shared resources into an interface.");
    }
    if (isPrivate(type)) {
      return obstacle("private, or in a private class", "Remove the word 'private'.");
    }
    if (!type.getTypeParameters().isEmpty()) {
      return obstacle(
          "generic, and a fabric has one of it for all classes", "Remove the type parameters.");
    }
    return sealedWithout(type);
  }

  /** What keeps the class from having a subclass in its package. */
  public static Optional<Obstacle> obstacle(UserClass user) {
    TypeElement type = user.element();
    Set<Modifier> modifiers = type.getModifiers();
    ElementKind kind = type.getKind();
    if (kind != ElementKind.CLASS) {
      return obstacle(indefinite(kind), "Put the annotated methods into an abstract class.");
    }
    if (type.getNestingKind() == NestingKind.MEMBER && !modifiers.contains(Modifier.STATIC)) {
      return obstacle(
          "an inner class, whose objects belong to another object",
          "Write 'static abstract class %s'.".formatted(type.getSimpleName()));
    }
    if (isPrivate(type)) {
      return obstacle("private, or in a private class", "Remove the word 'private'.");
    }
    if (modifiers.contains(Modifier.FINAL)) {
      return obstacle("final", "Remove the word 'final'.");
    }
    if (hasPrivateConstructorsOnly(type)) {
      return obstacle(
          "a class with private constructors only", "Remove the word 'private' of one of them.");
    }
    return sealedWithout(type);
  }

  private static Optional<Obstacle> sealedWithout(TypeElement type) {
    String generated = generated(ClassName.get(type)).simpleName();
    if (type.getModifiers().contains(Modifier.SEALED) && !permits(type, generated)) {
      return obstacle(
          "sealed and does not permit %s".formatted(generated),
          "Write 'permits %s'.".formatted(generated));
    }
    return Optional.empty();
  }

  private static String indefinite(ElementKind kind) {
    return switch (kind) {
      case ANNOTATION_TYPE -> "an annotation";
      case CLASS -> "a class";
      case ENUM -> "an enum";
      case RECORD -> "a record";
      default -> "an interface";
    };
  }

  private static Optional<Obstacle> obstacle(String reason, String remedy) {
    return Optional.of(new Obstacle(reason, remedy));
  }

  private static boolean hasPrivateConstructorsOnly(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .allMatch(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE));
  }

  private static boolean permits(TypeElement type, String name) {
    return type.getPermittedSubclasses().stream()
        .map(permitted -> ((DeclaredType) permitted).asElement())
        .anyMatch(permitted -> permitted.getSimpleName().contentEquals(name));
  }

  private static boolean isPrivate(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPublic(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** The names of types, or else of fields, that a subclass sees. */
  private static Set<String> visible(UserClass user, boolean isType) {
    Set<String> names = new TreeSet<>();
    for (TypeElement declaring : user.lineage().types()) {
      for (Element element : declaring.getEnclosedElements()) {
        boolean wanted =
            isType ? element instanceof TypeElement : element.getKind().isField();
        if (wanted && !element.getModifiers().contains(Modifier.PRIVATE)) {
          names.add(element.getSimpleName().toString());
        }
      }
    }
    return names;
  }
}
