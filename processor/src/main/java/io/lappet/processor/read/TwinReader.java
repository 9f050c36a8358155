package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.DurationModel;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.TwinModel.Form;
import io.lappet.processor.model.Vocabulary;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one twin: what it returns, what it runs, and how. */
final class TwinReader {
  /** The lane that every fabric has. */
  private static final String CPU = "cpu";

  private static final String ONE_OUT = "Leave one of the two out.";

  private final UserClass user;
  private final Member twin;
  private final Mark mark;
  private final WovenModel woven;
  private final Report report;

  TwinReader(UserClass user, Member twin, Mark mark, WovenModel woven, Report report) {
    this.user = user;
    this.twin = twin;
    this.mark = mark;
    this.woven = woven;
    this.report = report;
  }

  /** The model of the twin; if there is none, the report says why, or a subclass brings the rest. */
  Optional<TwinModel> read() {
    refuseWaits();
    if (twin.isOutOfSight()) {
      report.add(
          twin.anchor(twin.place()),
          Problem.TWIN,
          twin.label(),
          "it is package-private in another package",
          "Make it protected or public in %s.".formatted(twin.declaring().getSimpleName()));
      return Optional.empty();
    }
    Optional<TypeElement> hidden = NamedTypes.hidden(user, twin).findFirst();
    if (hidden.isPresent()) {
      String type = hidden.get().getSimpleName().toString();
      refuse(
          "generated code cannot name %s".formatted(type),
          "Make %s visible in the package of %s.".formatted(type, user.label()));
      return Optional.empty();
    }
    Optional<TwinResult> result = result();
    Optional<DurationModel> delay = Durations.optional(mark, "delay", report);
    Optional<DurationModel> timeout = mark.string("timeout").isEmpty()
        ? Optional.empty()
        : Durations.positive(mark, "timeout", report);
    refuseLateTimeout(delay, timeout);
    Optional<String> lane = lane();
    result.ifPresent(this::refuseElements);
    Optional<TwinMatch> target = result.flatMap(this::target);
    target.flatMap(it -> Deprecation.warning(it.target().element())).ifPresent(woven::suppress);
    return target.map(it -> new TwinModel(
        Signatures.of(twin),
        it.target().name(),
        form(result.orElseThrow(), it),
        mark.string("name"),
        lane,
        delay,
        timeout,
        mark.flag("daemon"),
        mark.flag("callerRuns"),
        twin.anchor(twin.place())));
  }

  /** What a twin does not do itself, because its target does. */
  private void refuseWaits() {
    List<ClassName> others = new ArrayList<>(Vocabulary.WAITS);
    others.addAll(Vocabulary.ACTIVATIONS);
    others.add(Vocabulary.ON_ERROR);
    for (ClassName other : others) {
      twin.mark(other)
          .ifPresent(its -> report.add(
              its.place(),
              Problem.CONTRADICTION,
              "@" + other.simpleName(),
              "@Async",
              twin.label() + " only hands its call on",
              "Put it on %s().".formatted(TwinTargets.name(twin, mark))));
    }
  }

  private Optional<TwinResult> result() {
    TypeMirror type = twin.type().getReturnType();
    Optional<TwinResult> result = TwinResult.of(type);
    if (result.isEmpty()) {
      String name = TypeParts.simple(type);
      if (AccessorStep.resource(twin).filter(ResourceKind::isAny).isPresent()) {
        refuse("it is the accessor of a " + name, "Remove @Async.");
      } else {
        String remedy =
            "Let it return Task<%s>, or a CompletableFuture, CompletionStage or Future, or void.";
        TypeMirror given =
            TwinTargets.named(user, twin, mark).map(TwinMatch::returned).orElse(type);
        refuse(
            "it returns %s, which is there only after the call".formatted(name),
            remedy.formatted(TwinText.result(user, given)));
      }
      return Optional.empty();
    }
    if (result.get().isRaw()) {
      refuse(
          "%s has no type argument".formatted(result.get().simpleName()),
          "Write what its target returns, %s for example."
              .formatted(result.get().with("String")));
      return Optional.empty();
    }
    return result;
  }

  private Optional<TwinMatch> target(TwinResult result) {
    boolean isBase = woven.isBase() || user.isInterface();
    return new TwinTargets(user, twin, mark, result, isBase, report)
        .find()
        .filter(it -> corresponds(result, it));
  }

  private boolean corresponds(TwinResult result, TwinMatch target) {
    boolean isVoid = isVoid(target);
    return switch (result.kind()) {
      case NOTHING -> true;
      case GENERATOR -> isVoid ? yields(result, target) : refuseGeneratorOf(target);
      default -> promises(result, target) || refuseOther(result, target);
    };
  }

  private boolean promises(TwinResult result, TwinMatch target) {
    TypeMirror given = isVoid(target) ? voidType() : target.boxed();
    Optional<TypeMirror> value = result.value();
    // A task of nothing is a Task<Void>, not one of a supertype.
    boolean exact = isVoid(target) && !result.isWildcard();
    return value.isEmpty()
        || (exact
            ? user.types().isSameType(given, value.get())
            : user.types().isSubtype(given, value.get()));
  }

  private boolean refuseOther(TwinResult result, TwinMatch target) {
    TypeMirror returned = target.returned();
    String label = target.target().label();
    Optional<TwinResult> own = TwinResult.of(returned)
        .filter(it -> it.isPromise() && !it.isRaw() && it.value().isPresent());
    String value = result.value().map(TypeParts::simple).orElse("");
    String fits = result.with(TwinText.result(user, returned));
    String remedy;
    if (own.isPresent()) {
      String plain = TypeParts.simple(own.get().value().orElseThrow());
      remedy = "Let %s return %s: the twin makes the %s of it."
          .formatted(label, plain, result.simpleName());
    } else if (value.equals("Void")) {
      remedy = "Let it return %s, or void.".formatted(fits);
    } else {
      remedy = "Let it return %s, or let %s return %s.".formatted(fits, label, value);
    }
    String what = isVoid(target) ? "nothing" : TypeParts.simple(returned);
    return refuse(
        "it returns %s, but %s returns %s".formatted(TypeParts.simple(result.type()), label, what),
        remedy);
  }

  private boolean yields(TwinResult result, TwinMatch target) {
    TypeMirror value = result.value().orElseGet(this::objectType);
    return target.yields(value)
        || refuse(
            "it returns %s, but %s takes %s"
                .formatted(
                    TypeParts.simple(result.type()),
                    target.target().label(),
                    TypeParts.simple(target.out())),
            "Let both be of the same type.");
  }

  private boolean refuseGeneratorOf(TwinMatch target) {
    String label = target.target().label();
    return refuse(
        "%s returns %s, and hands values to a Yield too"
            .formatted(label, TypeParts.simple(target.returned())),
        "Let %s return void.".formatted(label));
  }

  private static boolean isVoid(TwinMatch target) {
    return target.returned().getKind() == TypeKind.VOID;
  }

  private static Form form(TwinResult result, TwinMatch target) {
    return switch (result.kind()) {
      case NOTHING -> Form.TELL;
      case GENERATOR -> Form.GENERATE;
      case TASK -> isVoid(target) ? Form.RUN : Form.CALL;
      case FUTURE -> isVoid(target) ? Form.FUTURE_OF : Form.FUTURE;
    };
  }

  private Optional<String> lane() {
    if (!mark.isSet("lane") || mark.string("lane").isEmpty()) {
      return Optional.empty();
    }
    String name = mark.string("lane");
    if (woven.loop().isPresent()) {
      report.add(
          mark.place("lane"),
          Problem.CONFINED,
          "lane = \"%s\"".formatted(name),
          "its loop runs %s".formatted(twin.label()),
          "Leave it out, or let a class that is not confined do the work.");
      return Optional.empty();
    }
    Resources resources = new Resources(user, woven, report);
    return resources.lane(name, twin.anchor(mark.place("lane")), CPU);
  }

  private void refuseLateTimeout(Optional<DurationModel> delay, Optional<DurationModel> timeout) {
    if (delay.isPresent()
        && timeout.isPresent()
        && delay.get().value().compareTo(timeout.get().value()) >= 0) {
      contradiction(
          "timeout",
          "timeout = \"%s\"".formatted(timeout.get().text()),
          "delay = \"%s\"".formatted(delay.get().text()),
          "it counts from the call, so %s would never begin".formatted(twin.label()),
          "Make it longer than the delay.");
    }
  }

  private void refuseElements(TwinResult result) {
    boolean isGenerator = result.kind() == TwinResult.Kind.GENERATOR;
    if (isGenerator) {
      refuseOfGenerator("delay", "it begins with the first question for a value");
      refuseOfGenerator("timeout", "it runs only while somebody asks for a value");
      refuseOfGenerator("lane", "it has a thread of its own");
      refuseOfGenerator("daemon", "its thread keeps nothing alive anyway");
      refuseOfGenerator("callerRuns", "it has a thread of its own");
      if (woven.loop().isPresent()) {
        report.add(
            twin.anchor(twin.place()),
            Problem.CONFINED,
            "Generator " + twin.label(),
            "it has a thread of its own, which is not the loop",
            "Let it return Task<List<..>>, or put it into a class that is not confined.");
      }
    } else if (mark.flag("callerRuns") && result.kind() == TwinResult.Kind.NOTHING) {
      contradiction(
          "callerRuns",
          "callerRuns = true",
          "void " + twin.label(),
          "nobody gets anything to join",
          "Let it return a Task, or leave callerRuns out.");
    } else if (mark.flag("callerRuns") && mark.string("lane").isEmpty()) {
      contradiction(
          "callerRuns",
          "callerRuns = true",
          "no lane",
          "a task without a lane has a thread of its own at once",
          "Add a lane, lane = \"cpu\" for example.");
    }
  }

  private void refuseOfGenerator(String element, String reason) {
    if (mark.isSet(element)) {
      contradiction(element, element, "Generator " + twin.label(), reason, ONE_OUT);
    }
  }

  private void contradiction(
      String element, String one, String other, String reason, String remedy) {
    report.add(mark.place(element), Problem.CONTRADICTION, one, other, reason, remedy);
  }

  private boolean refuse(String fault, String remedy) {
    report.add(twin.anchor(twin.place()), Problem.TWIN, twin.label(), fault, remedy);
    return false;
  }

  private TypeMirror voidType() {
    return user.elements().getTypeElement(Void.class.getCanonicalName()).asType();
  }

  private TypeMirror objectType() {
    return user.elements().getTypeElement(Object.class.getCanonicalName()).asType();
  }
}
