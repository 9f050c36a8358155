package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Await;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A wait.
 *
 * @param reason what is waited for
 * @param what the resource; for a guard the lock under which it is asked
 * @param bodies the ids of the methods that have to end; for a guard its id
 */
record Waiting(
    Reason reason, Optional<Resource> what, List<String> bodies, boolean timed, String verb) {
  /** What is waited for. */
  enum Reason {
    GATE,
    GUARD,
    SEND,
    RECEIVE,
    TASK,
    PERMIT,
    IDLE,
    SLEEP,
    OTHER
  }

  /** What {@code await} waits for. */
  static Waiting of(Await await) {
    Reason reason = switch (await.kind()) {
      case GATE -> Reason.GATE;
      case SEND -> Reason.SEND;
      case RECEIVE -> Reason.RECEIVE;
      case TASK, GROUP -> Reason.TASK;
      case SLEEP -> Reason.SLEEP;
      case OTHER -> Reason.OTHER;
      case PERMIT -> Reason.PERMIT;
      case IDLE -> Reason.IDLE;
    };
    return new Waiting(reason, await.what(), await.bodies(), await.timed(), await.verb());
  }

  /** How a message says that {@code await} waits; empty if it never has to. */
  static Optional<String> verb(Await await, Facts facts) {
    Waiting waiting = of(await);
    return waiting.isFree(facts) ? Optional.empty() : Optional.of(waiting.verb());
  }

  /** Whether it never has to wait: it sends to a channel that has room, or drops something. */
  boolean isFree(Facts facts) {
    return reason == Reason.SEND
        && what.filter(channel -> !facts.blocks(channel.node())).isPresent();
  }

  /** How waits are found. */
  static final class Kind implements Reach.Kind<Waiting> {
    @Override
    public List<Waiting> onEntry(MethodFacts method) {
      List<Waiting> all = new ArrayList<>();
      Entry entry = method.entry();
      entry
          .gate()
          .ifPresent(gate -> all.add(new Waiting(
              Reason.GATE, Optional.of(gate.what()), List.of(), gate.timed(), "waits for a gate")));
      entry
          .permit()
          .ifPresent(permit -> all.add(new Waiting(
              Reason.PERMIT,
              Optional.of(permit.what()),
              List.of(),
              permit.timed(),
              "waits for a permit")));
      entry
          .guard()
          .ifPresent(guard -> all.add(new Waiting(
              Reason.GUARD,
              entry.locks().stream().findFirst().map(Hold::lock),
              List.of(guard.method()),
              guard.timed(),
              "waits for a guard")));
      return all;
    }

    @Override
    public Optional<Waiting> in(MethodFacts method, Act act) {
      return act instanceof Await await ? Optional.of(of(await)) : Optional.empty();
    }

    @Override
    public Optional<Waiting> outside(Waiting wait, Frame frame) {
      return Optional.of(new Waiting(
          wait.reason, wait.what.map(frame::resource), wait.bodies, wait.timed, wait.verb));
    }
  }
}
