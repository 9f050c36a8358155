package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;
import static io.lappet.processor.model.Vocabulary.WAITS;
import static io.lappet.processor.model.Vocabulary.WAIT_UNTIL;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import io.lappet.internal.text.Nearest;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.GateUse;
import io.lappet.processor.model.GuardUse;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Reads {@code @WaitUntil}: the gate or the guard that calls of a method wait for. */
final class WaitUntilReader {
  /** One of the two, or none if there is no annotation or it is wrong. */
  record Result(Optional<GateUse> gate, Optional<GuardUse> guard) {
    static final Result NONE = new Result(Optional.empty(), Optional.empty());
  }

  private final UserClass user;
  private final Resources resources;
  private final Report report;

  WaitUntilReader(UserClass user, Resources resources, Report report) {
    this.user = user;
    this.resources = resources;
    this.report = report;
  }

  /** What calls of {@code method} wait for while they take the locks of {@code hold}. */
  Result read(Member method, Optional<HoldModel> hold) {
    return method
        .mark(WAIT_UNTIL)
        .filter(Mark::isReadable)
        .map(mark -> read(method, mark, hold))
        .orElse(Result.NONE);
  }

  private Result read(Member method, Mark mark, Optional<HoldModel> hold) {
    String name = mark.string("value");
    Optional<DurationModel> timeout = Durations.optional(mark, "timeout", report);
    if (name.contains(".") || isGate(name)) {
      Optional<GateUse> gate = resources
          .find(ResourceKind.GATE, method, name, mark.place("value"))
          .map(handle -> new GateUse(handle, timeout));
      return new Result(gate, Optional.empty());
    }
    Refusals refusals = new Refusals(method, name, mark.place("value"));
    return new Result(Optional.empty(), guard(method, name, timeout, hold, refusals));
  }

  /** Whether that is a gate; what the class has itself comes before what is shared. */
  private boolean isGate(String name) {
    boolean isGuard = user.methods().stream()
        .filter(method -> method.type().getReturnType().getKind() == TypeKind.BOOLEAN)
        .anyMatch(method -> method.name().equals(name));
    return !isGuard && resources.has(ResourceKind.GATE, name);
  }

  private Optional<GuardUse> guard(
      Member method,
      String text,
      Optional<DurationModel> timeout,
      Optional<HoldModel> hold,
      Refusals refusals) {
    boolean negated = text.startsWith("!");
    String name = negated ? text.substring(1) : text;
    if (negated && isGate(name)) {
      refusals.because(
          "\"%s\" is a gate, and gates are waited for until they are open".formatted(name),
          "Remove the '!', or write a guard.");
      return Optional.empty();
    }
    Optional<Member> guard = named(method, name, refusals);
    if (guard.isEmpty()) {
      return Optional.empty();
    }
    boolean sound = isGuard(method, guard.get(), refusals)
        && isUnannotated(guard.get(), hold, refusals)
        && isUnderOneLock(hold, refusals);
    Deprecation.warning(guard.get().element()).ifPresent(resources::suppress);
    boolean withParameters = !guard.get().element().getParameters().isEmpty();
    return sound
        ? Optional.of(new GuardUse(name, negated, withParameters, timeout))
        : Optional.empty();
  }

  /** The method of that name that is meant: the one whose parameters fit, if there are several. */
  private Optional<Member> named(Member method, String name, Refusals refusals) {
    List<Member> named =
        user.methods().stream().filter(it -> it.name().equals(name)).toList();
    if (named.isEmpty()) {
      refusals.unknown(name);
      return Optional.empty();
    }
    return Stream.concat(
            named.stream().filter(it -> !isItself(method, it) && takesSame(method, it)),
            Stream.concat(
                named.stream().filter(it -> it.element().getParameters().isEmpty()),
                named.stream()))
        .findFirst();
  }

  /** A method cannot be its own guard, but may have the name of it. */
  private static boolean isItself(Member method, Member other) {
    return other.element().equals(method.element());
  }

  /**
   * Whether both can be called with the same arguments: as written, since ECJ knows no equal
   * wildcards, or with type variables of other names.
   */
  private boolean takesSame(Member method, Member guard) {
    boolean asWritten = types(guard).equals(types(method)) && bounds(guard).equals(bounds(method));
    return asWritten || user.types().isSubsignature(guard.type(), method.type());
  }

  private static List<List<TypeName>> bounds(Member method) {
    return method.type().getTypeVariables().stream()
        .map(variable -> TypeVariableName.get(variable).bounds())
        .toList();
  }

  private static List<TypeName> types(Member method) {
    return method.type().getParameterTypes().stream().map(TypeName::get).toList();
  }

  private boolean isGuard(Member method, Member guard, Refusals refusals) {
    String label = guard.label();
    if (resources.has(ResourceKind.PERMITS, guard.name())) {
      return refusals.because(
          label + " is permits, and not a condition",
          "Write @Limit(\"%s\") to take one of them.".formatted(guard.name()));
    }
    if (guard.type().getReturnType().getKind() != TypeKind.BOOLEAN) {
      return refusals.because(
          label + " is not boolean", "Let it return boolean, or name another method.");
    }
    if (guard.is(Modifier.PRIVATE) || guard.is(Modifier.STATIC)) {
      String word = guard.is(Modifier.PRIVATE) ? "private" : "static";
      return refusals.because(
          "%s is %s".formatted(label, word), "Remove the word '%s'.".formatted(word));
    }
    if (guard.isOutOfSight()) {
      return refusals.because(
          label + " is package-private in another package",
          "Make it protected or public in %s.".formatted(guard.declaring().getSimpleName()));
    }
    if (!guard.element().getParameters().isEmpty() && !takesSame(method, guard)) {
      return refusals.because(
          label + " has other parameters than " + method.label(),
          "Give it no parameters, or exactly those.");
    }
    if (guard.type().getThrownTypes().stream().anyMatch(user::isChecked)) {
      return refusals.because(
          label + " throws a checked exception", "Deal with it there, or throw an unchecked one.");
    }
    return true;
  }

  /** A guard runs inside the lock of the one who waits: it must not wait itself. */
  private boolean isUnannotated(Member guard, Optional<HoldModel> hold, Refusals refusals) {
    Optional<ClassName> annotation = WAITS.stream().filter(guard::has).findFirst();
    if (annotation.isEmpty()) {
      return true;
    }
    if (annotation.get().equals(SYNCHRONIZED)) {
      String theirs = lockLabels(guard);
      String ours = hold.map(it -> labels(it.names())).orElse("no lock");
      return refusals.because(
          "%s is itself @Synchronized on %s, and is evaluated with %s held"
              .formatted(guard.label(), theirs, ours),
          theirs.equals(ours)
              ? "Remove @Synchronized from the guard: the lock is held already."
              : "Remove @Synchronized from the guard, and guard what it reads by %s everywhere."
                  .formatted(ours));
    }
    return refusals.because(
        "%s itself has @%s, and a guard must not wait"
            .formatted(guard.label(), annotation.get().simpleName()),
        "Remove it from the guard.");
  }

  private static String lockLabels(Member guard) {
    List<String> names = new ArrayList<>();
    guard.mark(SYNCHRONIZED).stream()
        .flatMap(mark -> mark.list("lock").stream())
        .map(AnnotationValue::getValue)
        .forEach(name -> names.add(String.valueOf(name)));
    return labels(names.isEmpty() ? List.of("") : names);
  }

  private static String labels(List<String> names) {
    return names.stream()
        .map(name -> name.isEmpty() ? "the lock of its object" : "lock \"%s\"".formatted(name))
        .collect(Collectors.joining(" and "));
  }

  private static boolean isUnderOneLock(Optional<HoldModel> hold, Refusals refusals) {
    if (hold.isEmpty()) {
      return refusals.because(
          "guards are evaluated with a lock held, and it takes none",
          "Add @Synchronized, with the lock that guards what the guard reads.");
    }
    if (hold.get().read()) {
      return refusals.because(
          "it only reads, and a guard needs the lock for itself", "Remove read = true.");
    }
    if (hold.get().key().isPresent()) {
      return refusals.because(
          "its lock is one of many, by key", "Remove the key, or wait for a gate.");
    }
    List<LockUse> locks = hold.get().locks();
    if (locks.size() > 1) {
      return refusals.because(
          "it takes several locks, and waiting would give up only one",
          "Name one lock, or wait for a gate.");
    }
    if (locks.size() == 1 && !locks.get(0).isOwn()) {
      return refusals.because(
          "its lock belongs to another object, and the guard reads this one",
          "Move the method to that object.");
    }
    // A lock that is unknown has been told.
    return !locks.isEmpty();
  }

  /** Says why a method cannot wait for a guard. */
  private final class Refusals {
    private final Member method;
    private final String name;
    private final Place place;

    Refusals(Member method, String name, Place place) {
      this.method = method;
      this.name = name;
      this.place = place;
    }

    boolean because(String fault, String remedy) {
      report.add(place, Problem.GUARD, method.label(), name, fault, remedy);
      return false;
    }

    void unknown(String wanted) {
      String not = name.startsWith("!") ? "!" : "";
      Stream<String> guards = user.methods().stream()
          .filter(it -> it.type().getReturnType().getKind() == TypeKind.BOOLEAN)
          .map(Member::name);
      List<String> known = Stream.concat(guards, resources.known(ResourceKind.GATE).stream())
          .distinct()
          .toList();
      because(
          "%s has neither a boolean method nor a gate of that name".formatted(user.label()),
          Nearest.to(wanted, known)
              .map(nearest -> "Did you mean \"%s%s\"?".formatted(not, nearest))
              .orElseGet(() -> declaration(wanted)));
    }

    private static String declaration(String wanted) {
      return SourceVersion.isName(wanted)
          ? "Write 'boolean %1$s()' for a guard, or declare 'abstract Gate %1$s();'."
              .formatted(wanted)
          : "Write a boolean method for the condition, and its name here.";
    }
  }
}
