package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.ASYNC;

import com.palantir.javapoet.ClassName;
import io.lappet.internal.text.Nearest;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Finds the target of one twin, and says so if there is none that can be run. */
final class TwinTargets {
  private final UserClass user;
  private final Member twin;
  private final Mark mark;
  private final TwinResult result;
  private final boolean isBase;
  private final Report report;

  /**
   * Begins.
   *
   * @param isBase whether subclasses may bring what is not there
   */
  TwinTargets(
      UserClass user, Member twin, Mark mark, TwinResult result, boolean isBase, Report report) {
    this.user = user;
    this.twin = twin;
    this.mark = mark;
    this.result = result;
    this.isBase = isBase;
    this.report = report;
  }

  /** The name of the target. */
  static String name(Member twin, Mark mark) {
    String named = mark.string("value");
    return named.isEmpty() ? TwinText.target(twin.name()) : named;
  }

  /** Whether a method with this annotation would have a target if it were abstract. */
  static boolean isLikely(UserClass user, Member method, Mark mark) {
    String name = name(method, mark);
    return !name.equals(method.name())
        && candidates(user, method, name).anyMatch(it -> it.isSame() || it.isSameBeforeYield());
  }

  /** The method that has the name and the parameters of the target, if there is one. */
  static Optional<TwinMatch> named(UserClass user, Member twin, Mark mark) {
    return candidates(user, twin, name(twin, mark)).filter(TwinMatch::isSame).findFirst();
  }

  /** The target. */
  Optional<TwinMatch> find() {
    String name = name(twin, mark);
    List<TwinMatch> candidates = candidates(user, twin, name).toList();
    // Two with the same parameters the compiler does not let through.
    Optional<TwinMatch> match = candidates.stream().filter(this::matches).findFirst();
    if (match.isPresent()) {
      return match.filter(this::canBeRun);
    }
    if (candidates.isEmpty()) {
      refuseUnknown(name);
    } else {
      refuseOthers(candidates);
    }
    return Optional.empty();
  }

  private static Stream<TwinMatch> candidates(UserClass user, Member twin, String name) {
    return user.methods().stream()
        .filter(it -> it.name().equals(name) && !it.element().equals(twin.element()))
        .map(it -> new TwinMatch(user, twin, it));
  }

  private boolean matches(TwinMatch candidate) {
    return result.kind() == TwinResult.Kind.GENERATOR
        ? candidate.isSameBeforeYield()
        : candidate.isSame();
  }

  private void refuseUnknown(String name) {
    if (isBase) {
      return;
    }
    String target = TwinText.targetOf(twin, name, result);
    List<String> known = known();
    if (mark.isSet("value")) {
      String remedy = Nearest.to(name, known)
          .map("Did you mean \"%s\"?"::formatted)
          .orElse("Write '%s'.".formatted(target));
      String wanted = "a method of " + user.label();
      report.add(twin.anchor(mark.place("value")), Problem.UNKNOWN_NAME, name, wanted, remedy);
      return;
    }
    if (name.equals(twin.name()) && result.kind() != TwinResult.Kind.GENERATOR) {
      String fault = "its name does not end in 'Async', so nothing says what it runs";
      refuse(fault, "Write @Async(\"..\") with the name of that method.");
      return;
    }
    String remedy = Nearest.to(name, known)
        .map("Did you mean @Async(\"%s\")?"::formatted)
        .orElse("Write '%s', or name another method with @Async(\"..\").".formatted(target));
    refuse("%s has no method %s() that it could run".formatted(user.label(), name), remedy);
  }

  /** The names of methods that could be targets of something. */
  private List<String> known() {
    return user.methods().stream()
        .filter(it -> !it.isDemand() && !it.is(Modifier.STATIC) && !it.is(Modifier.PRIVATE))
        .filter(it -> !isOfObject(it))
        .map(Member::name)
        .distinct()
        .toList();
  }

  private static boolean isOfObject(Member method) {
    return ClassName.get(method.declaring()).equals(ClassName.OBJECT);
  }

  private void refuseOthers(List<TwinMatch> candidates) {
    if (isBase) {
      return;
    }
    Optional<TwinMatch> generator =
        candidates.stream().filter(TwinMatch::isSameBeforeYield).findFirst();
    if (generator.isPresent()) {
      String type = TypeParts.simple(generator.get().out());
      refuse(
          "%s hands its values to a Yield".formatted(generator.get().target().label()),
          "Let it return %s.".formatted(type.replaceFirst("Yield", "Generator")));
      return;
    }
    TwinMatch first = candidates.get(0);
    Member target = first.target();
    if (result.kind() == TwinResult.Kind.GENERATOR && first.isSame()) {
      refuse(
          "%s has no last parameter to hand its values to".formatted(target.label()),
          "Write '%s', or let it return Task<%s>."
              .formatted(
                  TwinText.targetOf(twin, target.name(), result),
                  TwinText.result(user, first.returned())));
      return;
    }
    String all = candidates.stream()
        .map(it -> TwinText.types(it.target()))
        .distinct()
        .reduce((a, b) -> a + " or " + b)
        .orElseThrow();
    boolean looksSame = all.equals(TwinText.types(twin));
    String fault = looksSame
        ? "the type variables of %s are others".formatted(target.label())
        : "%s takes %s, and the twin takes %s".formatted(target.label(), all, TwinText.types(twin));
    refuse(fault, looksSame ? "Give both the same ones." : "Give both the same parameters.");
  }

  /** Whether generated code can call it; what has no body is told elsewhere, or comes later. */
  private boolean canBeRun(TwinMatch match) {
    Member target = match.target();
    String label = target.label();
    for (Modifier modifier : List.of(Modifier.PRIVATE, Modifier.STATIC)) {
      if (target.is(modifier)) {
        refuse(
            "its target %s is %s".formatted(label, modifier),
            "Remove the word '%s'.".formatted(modifier));
        return false;
      }
    }
    if (target.isOutOfSight()) {
      refuse(
          "its target %s is package-private in another package".formatted(label),
          "Make it protected or public in %s.".formatted(target.declaring().getSimpleName()));
      return false;
    }
    if (target.isDemand()) {
      if (target.has(ASYNC)) {
        refuse("its target %s is a twin itself".formatted(label), "Name the method with a body.");
      } else if (AccessorStep.resource(target).filter(ResourceKind::isAny).isPresent()) {
        refuse("its target %s is an accessor".formatted(label), "Name a method with a body.");
      }
      return false;
    }
    for (TypeMirror thrown : target.type().getThrownTypes()) {
      if (user.isChecked(thrown) && !user.isSubtype(thrown, ClassName.get(Exception.class))) {
        refuse(
            "%s throws %s, and a task fails with an Exception or an Error"
                .formatted(label, TypeParts.simple(thrown)),
            "Let %s declare what it throws, or Exception.".formatted(label));
        return false;
      }
    }
    return true;
  }

  private void refuse(String fault, String remedy) {
    report.add(twin.anchor(twin.place()), Problem.TWIN, twin.label(), fault, remedy);
  }
}
