package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CHANNEL_SPEC;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.ChannelShape;
import java.util.Optional;
import java.util.concurrent.Delayed;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @ChannelSpec}: the shape of the channel with one accessor. */
final class ChannelSpecReader {
  private static final String ONE_OUT = "Leave one of the two out.";

  private final UserClass user;
  private final Member accessor;
  private final TypeMirror message;
  private final Mark mark;
  private final Report report;

  private ChannelSpecReader(
      UserClass user, Member accessor, TypeMirror message, Mark mark, Report report) {
    this.user = user;
    this.accessor = accessor;
    this.message = message;
    this.mark = mark;
    this.report = report;
  }

  /**
   * The shape that {@code accessor} asks for; mistakes are reported.
   *
   * @param message the type of the messages
   * @param receivesOnly whether nothing can be done through it but to receive messages
   */
  static ChannelShape read(
      UserClass user, Member accessor, TypeMirror message, boolean receivesOnly, Report report) {
    return accessor
        .mark(CHANNEL_SPEC)
        .map(
            mark -> new ChannelSpecReader(user, accessor, message, mark, report).read(receivesOnly))
        .orElse(ChannelShape.DEFAULT);
  }

  private ChannelShape read(boolean receivesOnly) {
    int byDefault = ChannelShape.DEFAULT.capacity();
    int capacity = Numbers.read(mark, "capacity", 0, byDefault, report);
    String order = mark.constant("order");
    Optional<ClassName> comparator =
        new ComparatorReader(user, accessor, message, mark, report).read(order);
    ChannelShape shape = new ChannelShape(
        capacity, mark.constant("overflow"), order, comparator, mark.flag("topic"));
    refuseOverflow(shape);
    refuseOrder(shape);
    if (shape.topic() && receivesOnly) {
      refuseReceiver();
    }
    return shape;
  }

  private void refuseOverflow(ChannelShape shape) {
    String overflow = "overflow = " + shape.overflow();
    if (shape.isUnbounded() && mark.isSet("overflow")) {
      String reason = "such a channel is never full";
      contradiction("overflow", overflow, "capacity = UNBOUNDED", reason, ONE_OUT);
    } else if (shape.capacity() == 0 && shape.overflow().equals("DROP_OLD")) {
      String reason = "a hand-over holds no old message";
      contradiction("overflow", overflow, "capacity = 0", reason, ONE_OUT);
    }
  }

  private void refuseOrder(ChannelShape shape) {
    String order = "order = " + shape.order();
    if (!shape.isFifo() && shape.capacity() == 0) {
      String reason = "a hand-over keeps no messages that could be put in order";
      contradiction("order", order, "capacity = 0", reason, ONE_OUT);
    } else if (!shape.isFifo() && shape.topic()) {
      String reason = "each consumer method gets all messages in the order sent";
      contradiction("order", order, "topic = true", reason, ONE_OUT);
    } else if (shape.order().equals("PRIORITY")
        && !mark.isSet("comparator")
        && !user.isSubtypeOfSuper(message, Comparable.class, message)) {
      String remedy =
          "Let it be a Comparable<%1$s>, or name a class that compares %1$s with comparator = ..";
      refuseMessages(order, "it is not Comparable to itself", remedy);
    } else if (shape.order().equals("DELAY")
        && !user.isSubtype(message, ClassName.get(Delayed.class))) {
      String remedy = "Let %s be a java.util.concurrent.Delayed, or choose another order.";
      refuseMessages(order, "it does not say how long it is to be delayed", remedy);
    }
  }

  private void refuseMessages(String order, String reason, String remedy) {
    String what = TypeParts.simple(message);
    contradiction("order", order, what, reason, remedy.formatted(what));
  }

  private void refuseReceiver() {
    contradiction(
        "topic",
        "topic = true",
        "the type of " + accessor.label(),
        "only consumer methods receive from a topic, each of them every message",
        "Let it return a ChannelView, or a Sender or Channel to send by hand.");
  }

  private void contradiction(
      String element, String one, String other, String reason, String remedy) {
    report.add(mark.place(element), Problem.CONTRADICTION, one, other, reason, remedy);
  }
}
