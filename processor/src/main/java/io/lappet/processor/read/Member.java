package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;

/** A method, as the class has it that is to be woven: declared there or inherited. */
final class Member {
  private final UserClass user;
  private final ExecutableElement element;
  private final int position;
  // Most methods are, those of Object among them, and all steps ask each of them.
  private final boolean bare;
  // Read once for each annotation that is asked for.
  private final Map<ClassName, List<Mark>> marks = new HashMap<>();

  Member(UserClass user, ExecutableElement element, int position) {
    this.user = user;
    this.element = element;
    this.position = position;
    this.bare = element.getAnnotationMirrors().isEmpty();
  }

  ExecutableElement element() {
    return element;
  }

  /** The class or interface that it stands in. */
  TypeElement declaring() {
    return Lineage.declaring(element);
  }

  /** Its type, with the type arguments of the class filled in. */
  ExecutableType type() {
    return user.typeOf(element);
  }

  /** Where it stands among the methods of the class. */
  int position() {
    return position;
  }

  String name() {
    return element.getSimpleName().toString();
  }

  /** As messages call it. */
  String label() {
    return name() + "()";
  }

  /** The same with the class that declares it. */
  String labelWithClass() {
    return "%s of %s".formatted(label(), declaring().getSimpleName());
  }

  boolean is(Modifier modifier) {
    return element.getModifiers().contains(modifier);
  }

  /** The word that keeps every subclass from overriding it. */
  Optional<Modifier> notToBeOverridden() {
    return Stream.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .filter(this::is)
        .findFirst();
  }

  boolean isInherited() {
    return !declaring().equals(user.element());
  }

  /** Whether it has no body and an object needs one. */
  boolean isDemand() {
    return is(Modifier.ABSTRACT);
  }

  /** Whether the runtime is to call it. */
  boolean isActivation() {
    return !activations().isEmpty();
  }

  /** The activations on it; more than one is a mistake. */
  List<ClassName> activations() {
    return Vocabulary.ACTIVATIONS.stream().filter(this::has).toList();
  }

  /** Whether its calls run another method elsewhere. */
  boolean isTwin() {
    return isDemand() && has(Vocabulary.ASYNC);
  }

  /** Whether any annotation on it means a method with a body. */
  boolean isWoven() {
    return isActivation() || isGuarded();
  }

  /** Whether its calls wait for something. */
  boolean isGuarded() {
    // On a method without a body, a limit says how many permits that one hands out.
    return has(Vocabulary.SYNCHRONIZED)
        || has(Vocabulary.WAIT_UNTIL)
        || has(Vocabulary.LIMIT) && !isDemand();
  }

  boolean has(ClassName annotation) {
    return !marks(annotation).isEmpty();
  }

  /** The annotation of this name on it; the first if there are several. */
  Optional<Mark> mark(ClassName annotation) {
    List<Mark> marks = marks(annotation);
    return marks.isEmpty() ? Optional.empty() : Optional.of(marks.get(0));
  }

  /** The annotations of this name on it. */
  List<Mark> marks(ClassName annotation) {
    if (bare) {
      return List.of();
    }
    return marks.computeIfAbsent(annotation, name -> {
      List<Mark> all = Mark.all(user.elements(), element, name);
      return isInherited() ? all.stream().map(Mark::toldThere).toList() : all;
    });
  }

  /** What keeps it from being woven. */
  Optional<Obstacle> obstacle() {
    Optional<Modifier> word = notToBeOverridden();
    if (word.isPresent()) {
      return Optional.of(
          new Obstacle(word.get().toString(), "Remove the word '%s'.".formatted(word.get())));
    }
    if (is(Modifier.ABSTRACT)) {
      return Optional.of(new Obstacle("abstract", "Give it a body."));
    }
    if (isOutOfSight()) {
      return Optional.of(new Obstacle(
          "package-private in another package",
          "Make it protected or public in %s.".formatted(declaring().getSimpleName())));
    }
    return hidingType();
  }

  /** That generated code has to write down one of its types, and cannot name it. */
  Optional<Obstacle> hidingType() {
    return NamedTypes.obstacle(
        user, isGuarded() ? NamedTypes.hidden(user, this) : NamedTypes.hiddenMessages(user, this));
  }

  /** Whether no subclass in the package of the class can override it. */
  boolean isOutOfSight() {
    boolean declaredVisible = is(Modifier.PUBLIC)
        || is(Modifier.PROTECTED)
        || declaring().getKind() == ElementKind.INTERFACE;
    return !declaredVisible
        && !user.elements()
            .getPackageOf(element)
            .equals(user.elements().getPackageOf(user.element()));
  }

  /** The place of the method itself. */
  Place place() {
    Place place = Place.of(element);
    return isInherited() ? place.toldThere() : place;
  }

  /** Where to show what is wrong here only because of the class: the class, if it is inherited. */
  Place anchor(Place place) {
    return isInherited() ? user.place() : place;
  }
}
