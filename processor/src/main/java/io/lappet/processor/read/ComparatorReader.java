package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import java.util.Comparator;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the comparator of a channel: a class that generated code makes, and that compares messages. */
final class ComparatorReader {
  private final UserClass user;
  private final Member accessor;
  private final TypeMirror message;
  private final Mark mark;
  private final Report report;

  ComparatorReader(UserClass user, Member accessor, TypeMirror message, Mark mark, Report report) {
    this.user = user;
    this.accessor = accessor;
    this.message = message;
    this.mark = mark;
    this.report = report;
  }

  /** The class, if one is named; the report says if a channel of that order cannot go by it. */
  Optional<ClassName> read(String order) {
    Optional<TypeElement> comparator =
        mark.isSet("comparator") ? mark.type("comparator") : Optional.empty();
    comparator.ifPresent(type -> check(type, order));
    return comparator.map(ClassName::get);
  }

  private void check(TypeElement comparator, String order) {
    Optional<String> fault = fault(comparator);
    if (!order.equals("PRIORITY")) {
      String remedy = "Write order = Order.PRIORITY, or leave comparator out.";
      refuse(comparator, order, "only PRIORITY compares messages", remedy);
    } else if (fault.isPresent()) {
      String reason = "it %s, so generated code cannot make one".formatted(fault.get());
      String remedy = "Name a static or top-level class with a constructor without parameters.";
      refuse(comparator, order, reason, remedy);
    } else if (!user.isSubtypeOfSuper(comparator.asType(), Comparator.class, message)) {
      refuseMessages(comparator);
    }
  }

  /** What keeps generated code from making one. */
  private Optional<String> fault(TypeElement comparator) {
    boolean isMember = comparator.getEnclosingElement() instanceof TypeElement;
    if (comparator.getKind() == ElementKind.INTERFACE) {
      return Optional.of("is an interface");
    } else if (comparator.getKind() == ElementKind.ENUM) {
      return Optional.of("is an enum");
    } else if (comparator.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of("is abstract");
    } else if (isMember && !comparator.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of("is an inner class");
    } else if (!comparator.getTypeParameters().isEmpty()) {
      return Optional.of("is generic");
    } else if (!Trail.isReachable(user, comparator)) {
      return Optional.of("is out of sight");
    }
    boolean canBeMade = ElementFilter.constructorsIn(comparator.getEnclosedElements()).stream()
        .filter(it -> it.getParameters().isEmpty())
        .filter(it -> it.getThrownTypes().stream().noneMatch(user::isChecked))
        .anyMatch(it -> Trail.isVisible(user, it, false));
    return canBeMade
        ? Optional.empty()
        : Optional.of("has no constructor without parameters to call");
  }

  private void refuse(TypeElement comparator, String order, String reason, String remedy) {
    report.add(
        mark.place("comparator"),
        Problem.CONTRADICTION,
        "comparator = %s.class".formatted(comparator.getSimpleName()),
        "order = " + order,
        reason,
        remedy);
  }

  private void refuseMessages(TypeElement comparator) {
    String compared = user.supertype(comparator.asType(), Comparator.class)
        .flatMap(type -> type.getTypeArguments().stream().findFirst())
        .map(type -> TypeName.get(type).toString())
        .orElse("java.lang.Object, unchecked");
    report.add(
        mark.place("comparator"),
        Problem.MESSAGE_TYPE,
        accessor.name(),
        TypeName.get(message),
        accessor.label(),
        comparator.getSimpleName(),
        compared,
        "%s.%s".formatted(user.label(), accessor.label()),
        "Change one of the two types.");
  }
}
