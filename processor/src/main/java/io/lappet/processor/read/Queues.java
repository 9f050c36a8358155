package io.lappet.processor.read;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.QueueModel;
import java.util.List;

/** Reads a {@code @ChannelSpec} that says where calls wait, not messages. */
final class Queues {
  private Queues() {}

  /**
   * The queue; mistakes are reported.
   *
   * @param noun what it is called: a mailbox, or a queue
   */
  static QueueModel read(Mark spec, String noun, Report report) {
    int capacity = Numbers.read(spec, "capacity", 1, 256, report);
    QueueModel queue = new QueueModel(capacity, spec.constant("overflow"));
    for (String element : List.of("order", "comparator", "topic")) {
      if (spec.isSet(element)) {
        report.add(
            spec.place(element),
            Problem.CONTRADICTION,
            element,
            "the %s of calls".formatted(noun),
            "calls begin in the order of their arrival",
            "Leave it out: a %s has a capacity and an overflow.".formatted(noun));
      }
    }
    if (queue.isUnbounded() && spec.isSet("overflow")) {
      report.add(
          spec.place("overflow"),
          Problem.CONTRADICTION,
          "overflow = " + queue.overflow(),
          "capacity = UNBOUNDED",
          "such a %s is never full".formatted(noun),
          "Leave one of the two out.");
    }
    return queue;
  }
}
