package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import java.util.List;
import java.util.stream.Collectors;

/** How messages tell of a wait under a lock. */
record WaitText(
    MethodFacts origin,
    Way way,
    Waiting waiting,
    Resource lock,
    List<Ender> enders,
    boolean isAll) {
  /** The two parts of the message: what is wrong, and how to put it right. */
  Object[] arguments() {
    return new Object[] {first(), ways() + remedy()};
  }

  private String name() {
    return waiting.what().map(it -> it.node().quoted()).orElse("?");
  }

  /** What it does: {@code waits for gate "ready"}. */
  String verb() {
    return switch (waiting.reason()) {
      case GATE -> waiting.what().isPresent() ? "waits for gate " + name() : waiting.verb();
      case SEND ->
        waiting.what().isPresent()
            ? "waits for room in channel " + name()
            : "waits for room in a channel";
      case RECEIVE ->
        waiting.what().isPresent()
            ? "waits for a message from channel " + name()
            : "waits for a message";
      case IDLE ->
        waiting.what().isPresent()
            ? "waits for channel %s to be idle".formatted(name())
            : waiting.verb();
      case PERMIT -> waiting.what().isPresent() ? "waits for one of " + permits() : waiting.verb();
      case GUARD -> "waits for %s of %s".formatted(guard(), way.last().fullLabel());
      default -> waiting.verb();
    };
  }

  private String permits() {
    String quoted = name();
    return quoted.startsWith("\"") ? "the permits " + quoted : quoted;
  }

  private String guard() {
    return way.last()
        .entry()
        .guard()
        .map(Entry.Guard::method)
        .map(id -> id.replaceAll("\\(.*", "()").replaceAll(".*\\.", ""))
        .orElse("the guard");
  }

  private String first() {
    String held = lock.node().quoted();
    return switch (waiting.reason()) {
      case SEND ->
        "When channel %s is full, %s can wait for ever: it holds %s, which its %s."
            .formatted(name(), origin.label(), held, receivers());
      case TASK ->
        "%s waits for %s while it holds %s, which %s needs to end."
            .formatted(origin.label(), one(), held, one());
      default ->
        "%s %s while it holds %s, and %s %s first."
            .formatted(origin.label(), verb(), held, others(), held);
    };
  }

  private String one() {
    return enders.get(0).method().label();
  }

  /** Whether one method alone ends the wait. */
  private boolean isOnly() {
    return isAll && enders.stream().map(Ender::method).distinct().count() == 1;
  }

  /** Who takes from the channel and needs the lock. */
  private String receivers() {
    if (isOnly()) {
      return "only %s %s needs".formatted(receiver(), one());
    }
    return isAll ? receiver() + "s need" : "%s %s needs".formatted(receiver(), one());
  }

  /** Who else ends the wait and needs the lock. */
  private String others() {
    String end = switch (waiting.reason()) {
      case GATE -> "open%s it";
      case RECEIVE -> "send%s to it";
      case IDLE -> "handle%s its messages";
      default -> "could make it true";
    };
    if (isOnly()) {
      return "the only method that %s needs".formatted(end.formatted("s"));
    }
    return isAll
        ? "all methods that %s need".formatted(end.formatted(""))
        : "%s, which %s, needs".formatted(one(), end.formatted("s"));
  }

  private String receiver() {
    boolean isConsumer = enders.get(0).needs().stream()
        .anyMatch(hold -> hold.lock().node().kind() == Node.Kind.LOCK);
    return isConsumer ? "consumer" : "receiver";
  }

  private String ways() {
    String held = lock.node().quoted();
    String waits = way.calls()
        .map(calls -> "%s holds %s, %s, which waits (%s)"
            .formatted(
                origin.fullLabel(),
                held,
                calls.replace("\n", " "),
                way.lastSpot().text()))
        .orElse("%s (%s), holds %s".formatted(origin.fullLabel(), way.spot().text(), held));
    String verb = switch (waiting.reason()) {
      case GATE -> "opens";
      case SEND -> "takes";
      case RECEIVE -> "sends";
      case TASK -> "runs";
      case IDLE -> "handles";
      default -> "ends";
    };
    return enders.stream()
        .map(ender -> "%s: %s (%s), needs %s"
            .formatted(verb, ender.method().fullLabel(), ender.spot().text(), held))
        .distinct()
        .collect(Collectors.joining("\n", "waits: " + waits + "\n", "\n"));
  }

  private String remedy() {
    return switch (waiting.reason()) {
      case GATE ->
        "Wait before taking the lock: @WaitUntil(%s) on the method does that.".formatted(name());
      case SEND ->
        "Send after leaving %s, or return the message with 'to'.".formatted(origin.label());
      case TASK -> "Join the task after giving the lock back, or do not take it in the task.";
      default -> "Wait before taking the lock, or after giving it back.";
    };
  }
}
