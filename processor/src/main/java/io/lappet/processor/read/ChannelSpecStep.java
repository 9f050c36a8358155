package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CHANNEL_SPEC;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.ChannelShape;
import io.lappet.processor.model.WovenModel;

/** Reads {@code @ChannelSpec}, and refuses it where there is no channel. */
final class ChannelSpecStep implements Step {
  @Override
  public void read(UserClass user, WovenModel woven, Report report) {
    for (Member method : user.methodsWith(CHANNEL_SPEC)) {
      if (AccessorStep.resource(method).filter(AccessorStep::isChannel).isEmpty()) {
        method.mark(CHANNEL_SPEC).ifPresent(mark -> refuse(method, mark, report));
      }
    }
  }

  /** The shape of the channel with this accessor. */
  static ChannelShape shape(Member accessor, Report report) {
    return accessor
        .mark(CHANNEL_SPEC)
        .map(mark -> shape(mark, report))
        .orElse(ChannelShape.DEFAULT);
  }

  private static ChannelShape shape(Mark mark, Report report) {
    int byDefault = ChannelShape.DEFAULT.capacity();
    int capacity = Numbers.read(mark, "capacity", 0, byDefault, report);
    ChannelShape shape = new ChannelShape(capacity, mark.constant("overflow"));
    if (shape.isUnbounded() && mark.isSet("overflow")) {
      contradiction(mark, shape, "UNBOUNDED", "such a channel is never full", report);
    } else if (capacity == 0 && shape.overflow().equals("DROP_OLD")) {
      contradiction(mark, shape, "0", "a hand-over holds no old message", report);
    }
    return shape;
  }

  private static void contradiction(
      Mark mark, ChannelShape shape, String capacity, String reason, Report report) {
    report.add(
        mark.place("overflow"),
        Problem.CONTRADICTION,
        "overflow = " + shape.overflow(),
        "capacity = " + capacity,
        reason,
        "Leave one of the two out.");
  }

  private static void refuse(Member method, Mark mark, Report report) {
    report.add(
        mark.place(),
        Problem.CONTRADICTION,
        "@ChannelSpec",
        method.label(),
        "it is not the accessor of a channel",
        "Put it on an abstract method of that name, 'abstract ChannelView<T> orders();' for example.");
  }
}
