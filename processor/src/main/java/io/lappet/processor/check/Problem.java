package io.lappet.processor.check;

import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Every message of the processor: key and number, what is wrong, and how to put it right. */
public enum Problem {
  NOT_ABSTRACT(
      1,
      Weight.ERROR,
      "%s is guarded by %s, but %s is not abstract, so nobody could call the guarded one.",
      "Write 'abstract class %s' and create it with 'new %s(..)'."),
  CANNOT_WEAVE(2, Weight.ESSENTIAL, "%s cannot be woven: it is %s.", "%s"),
  UNKNOWN_ABSTRACT(
      3, Weight.ESSENTIAL, "%s is abstract, and nothing says what to generate for it: %s.", "%s"),
  UNKNOWN_NAME(4, Weight.ESSENTIAL, "\"%s\" is not %s.", "%s"),
  MESSAGE_TYPE(
      5,
      Weight.ESSENTIAL,
      "Channel \"%s\" carries %s from %s, but %s takes %s.",
      "The other end: %s. %s"),
  NO_SENDER(6, Weight.ERROR, "Nothing sends to channel \"%s\", so %s.", "%s"),
  GUARD(7, Weight.ESSENTIAL, "%s cannot wait for \"%s\": %s.", "%s"),
  TWIN(8, Weight.ESSENTIAL, "%s is no twin: %s.", "%s"),
  OVERRIDE_DROPS(
      9,
      Weight.ERROR,
      "%s overrides a method with @%s and does not repeat it, so %s.",
      "Put @%s on it, as on the method of %s."),
  DURATION(
      10,
      Weight.ESSENTIAL,
      "\"%s\" %s.",
      "Write a number and one of ns, us, ms, s, m, h, d, for example %s = \"5s\"."),
  CONTRADICTION(11, Weight.ESSENTIAL, "%s contradicts %s: %s.", "%s"),
  CONFINED(13, Weight.ESSENTIAL, "%s does not fit a confined class: %s.", "%s"),
  FOREIGN_ANNOTATION(
      14,
      Weight.ERROR,
      "@%s on %s is %s, not the annotation of Lappet.",
      "Import %s, or write its name in full."),
  CANNOT_WEAVE_CLASS("cannot-weave", 15, Weight.ESSENTIAL, "%s cannot be woven: it is %s.", "%s"),
  GENERIC_RESOURCE(
      16,
      Weight.ESSENTIAL,
      "The messages of %s have no type that generated code can write: %s.",
      "Write one full type without wildcards, for example %s."),
  NO_RECEIVER(17, Weight.ERROR, "Nothing receives from channel \"%s\", so %s.", "%s"),
  CRON(18, Weight.ESSENTIAL, "\"%s\" %s.", "%s"),
  NUMBER(19, Weight.ESSENTIAL, "%s = %s is %s.", "Write a number %s%s."),
  ACTIVATION(20, Weight.ESSENTIAL, "%s cannot be a %s: it %s.", "Write %s."),
  NOT_PROCESSED(
      21,
      Weight.ERROR,
      "%s asks for %s, but annotation processing did not run, so nothing was generated.",
      """
      Since JDK 23 javac only runs processors that it is told of: put lappet-processor on the processor path
      (Maven: annotationProcessorPaths, Gradle: annotationProcessor), or pass -proc:full.\
      """),
  CHANNEL_CYCLE(
      101,
      Weight.STRICT,
      "Bounded channels feed each other in a circle, so consumers can wait for room that only they can make: %s.",
      "%s\nGive one of them overflow = DROP_OLD or FAIL, or capacity = UNBOUNDED."),
  LOCK_USED_ONCE(
      102,
      Weight.STRICT,
      "Lock \"%s\" is used by one method only, %s, so it guards nothing against other methods.",
      "%s 'abstract Lock %s();'.") {
    @Override
    int number(Diagnostic.Kind kind) {
      return kind == Diagnostic.Kind.ERROR ? 12 : super.number(kind);
    }
  },
  PERMIT_HELD(
      103,
      Weight.WARNING,
      "%s waits until %s while it holds a permit, which those who could end the wait may need.",
      "Leave @Limit out here, and put it on the method that does the work afterwards."),
  TRANSACTIONAL(
      104,
      Weight.WARNING,
      "%s gives its lock back before its transaction is committed, so the next one sees what was before.",
      "Let the guarded method call a transactional one of another object, so that the lock is outside."),
  ALSO_SYNCHRONIZED(
      106,
      Weight.WARNING,
      "%s is synchronized as well as @Synchronized, so it takes two locks.",
      "Remove the word 'synchronized'; other methods that need that lock get @Synchronized too."),
  ORDER_LOST(
      107,
      Weight.WARNING,
      "%s takes from \"%s\" on %d threads: messages begin in the order of that channel, %s, and are done in another.",
      "Leave concurrency out; or, if only the beginning matters, add @SuppressWarnings(\"order-lost\")."),
  TIMER_PERIOD(
      108,
      Weight.WARNING,
      "%s may take %s, but is due again every %s: while it does, ticks are missed.",
      "Make timeout no longer than every; or write fixedDelay = true, or overlap = PARALLEL."),
  BODIES_UNREAD(
      109,
      Weight.NOTE,
      "Bodies were not read: this is not javac, or its plug-in did not start.",
      "Checks of bodies (LAP201 and up) need a build with javac; declarations were checked."),
  FIELD_RACE(201, Weight.WARNING, "Field %s is %s.", "%s\n%s"),
  LOCK_ORDER(
      202,
      Weight.ERROR,
      "Locks are taken in a circle, so threads can wait for each other for ever: %s.",
      "%s\n%s"),
  BYPASS(203, Weight.WARNING, "%s makes an object whose %s; use %s.", "%s"),
  BLOCKING_CONFINED(
      204,
      Weight.WARNING,
      "%s blocks %s: %s.",
      "Let a task do that, and come back with a call of a twin; or wait before."),
  LOCAL_CLASS(
      205,
      Weight.ERROR,
      "@%s has no effect in %s class; make %s a static nested class.",
      "No processor is shown classes that stand in a method."),
  WAIT_DEADLOCK(206, Weight.ERROR, "%s", "%s"),
  WAIT_HOLDING(
      207,
      Weight.WARNING,
      "%s %s while it holds %s; every other user of %s waits as long.",
      "%s%s"),
  CONSTRUCTOR_USE(
      208,
      Weight.ERROR,
      "%s is not available while the constructor of %s runs.",
      "%sUse it in a method that is called later, or give the constructor what it needs."),
  GUARDED_BY(209, Weight.ERROR, "Field %s is guarded by \"%s\", %s.", "%s"),
  GUARD_UNHEARD(210, Weight.WARNING, "%s reads %s, %s, so %s may never notice.", "%s"),
  GUARD_CONSTANT(
      211,
      Weight.WARNING,
      "%s only reads what nothing ever changes, %s, so it is true at once or never.",
      "Change that under the lock of %s, or leave @WaitUntil out."),
  GATE_NEVER_OPENED(
      212,
      Weight.WARNING,
      "Nothing opens gate \"%s\", so %s waits for ever.",
      "Call %s().open() where what it waits for has happened."),
  OTHER_SIDE(
      105,
      Weight.STRICT,
      "Nothing in this module %s shared channel %s, so %s.",
      "Add the other side, or accept it with a reason, if another module has one."),
  SELF_LIMIT(
      213, Weight.WARNING, "%s %s and %s, which needs another one: it can wait for itself.", "%s"),
  USE_AFTER_SEND(
      214,
      Weight.WARNING,
      "\"%s\" %s; another thread may already work with it.",
      "Send a copy, or make a new one after it was sent."),
  SENDABLE(
      215,
      Weight.OFF,
      "Messages of %s can change after they were sent: %s.",
      "Send what nobody can change: a record of such parts, whose constructor copies each collection."),
  GUARDED_ESCAPE(
      216,
      Weight.OFF,
      "%s %s%s, which is used under %s everywhere else: who gets it uses it without that.",
      "Give a copy of it away, made under the lock."),
  UNKNOWN_CALL_LOCKED(
      217,
      Weight.OFF,
      "%s holds %s and calls %s, which more than three methods implement: nobody has looked what those take.",
      "Call it after the lock is given back, or look at them."),
  PINNING(
      218,
      Weight.OFF,
      "%s: a virtual thread keeps the thread that carries it from others as long.",
      "%s"),
  FOREIGN_LOCK_ORDER(
      219,
      Weight.OFF,
      "Locks are taken in a circle, so threads can wait for each other for ever: %s.",
      "%s\n%s"),
  GUARD_EFFECT(
      220,
      Weight.WARNING,
      "%s %s, and nobody says how often a guard is asked.",
      "Only read in it, and do that in %s, which then still holds the lock."),
  WAIT_NESTED(
      222,
      Weight.WARNING,
      "%s holds %s and calls %s, which waits for %s under the same lock: it is refused unless that is true already.",
      "%s"),
  CONFINED_CALL(
      223, Weight.WARNING, "%s belongs to the loop of %s and refuses other threads.", "%s"),
  LOCK_PAIR(
      "lock-order",
      224,
      Weight.WARNING,
      "%s holds %s and takes that of %s; two opposite calls can wait for each other for ever.",
      "%s%s"),
  LOCK_UPGRADE(
      225,
      Weight.ERROR,
      "%s only reads under %s and calls %s, which takes it to write: who reads cannot go on to write.",
      "%s"),
  LANE_GATE(
      "self-limit",
      226,
      Weight.WARNING,
      "%s waits for gate %s on the only thread of lane %s, where alone it is opened: it does not wait at all, or for ever.",
      "%s\nLet one of the two run on another lane, or in a thread of its own."),
  TOPOLOGY_CHANGED(
      306,
      Weight.STRICT,
      "What this module declares about threads is not what %s says.",
      "%sIf that is meant, accept it: cp %s %s");

  /** How much depends on a problem. */
  private enum Weight {
    /** The woven class cannot be written; no option makes this less. */
    ESSENTIAL(Diagnostic.Kind.ERROR),
    /** It could be written, and would not do what was asked for. */
    ERROR(Diagnostic.Kind.ERROR),
    /** It may not do what was meant; an error if strict. */
    STRICT(Diagnostic.Kind.WARNING),
    /** It may not do what was meant. */
    WARNING(Diagnostic.Kind.WARNING),
    /** Worth knowing. */
    NOTE(Diagnostic.Kind.NOTE),
    /** A rule that not every program keeps; nobody hears of it unless an option asks for it. */
    OFF(null);

    private final Optional<Diagnostic.Kind> kind;

    Weight(Diagnostic.@Nullable Kind kind) {
      this.kind = Optional.ofNullable(kind);
    }
  }

  private final String key;
  private final int number;
  private final Weight weight;
  private final String what;
  private final String remedy;

  Problem(int number, Weight weight, String what, String remedy) {
    this(null, number, weight, what, remedy);
  }

  Problem(@Nullable String key, int number, Weight weight, String what, String remedy) {
    this.key = key == null ? name().toLowerCase(Locale.ROOT).replace('_', '-') : key;
    this.number = number;
    this.weight = weight;
    this.what = what;
    this.remedy = remedy;
  }

  /** What suppressions and pages call it; in options {@code _} stands for {@code -}. */
  public String key() {
    return key;
  }

  /** Whether no option can make it less than an error. */
  boolean isEssential() {
    return weight == Weight.ESSENTIAL;
  }

  /** Whether {@code @SuppressWarnings} or {@code @Accept} with its key accepts one place. */
  boolean isSuppressible() {
    boolean isOfBodies = number >= 200; // nothing that is generated depends on them
    return isOfBodies || weight == Weight.STRICT || weight == Weight.WARNING;
  }

  /** How loud it is if no option says otherwise; empty if it is off. */
  Optional<Diagnostic.Kind> kind(boolean strict) {
    return strict && weight == Weight.STRICT ? Optional.of(Diagnostic.Kind.ERROR) : weight.kind;
  }

  int number(Diagnostic.Kind kind) {
    return number;
  }

  /**
   * The whole text. The first line is a sentence by itself: javac prints the line of the source after
   * it, and only then the rest.
   */
  public String text(Diagnostic.Kind kind, Object... arguments) {
    String pattern = "[%s] ".formatted(key) + what + "\n" + remedy;
    return pattern.formatted(arguments) + " (LAP%03d)".formatted(number(kind));
  }
}
