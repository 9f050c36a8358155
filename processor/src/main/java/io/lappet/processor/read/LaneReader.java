package io.lappet.processor.read;

import static io.lappet.processor.model.Vocabulary.CHANNEL_SPEC;

import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.AccessorModel.LaneAccessor;
import io.lappet.processor.model.QueueModel;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the accessor of a lane: its threads, and the bound of its queue. */
final class LaneReader {
  private LaneReader() {}

  /** The lane; mistakes are reported. */
  static LaneAccessor read(Member method, Report report) {
    OptionalInt threads = LimitReader.ofLane(method, report);
    Optional<Mark> spec = method.mark(CHANNEL_SPEC);
    if (spec.isPresent() && threads.isEmpty()) {
      report.add(
          method.anchor(spec.get().place()),
          Problem.CONTRADICTION,
          "@ChannelSpec",
          method.label(),
          "nothing says how many threads it has, so it is a lane of the fabric's builder",
          "Write @Limit(permits = 4) beside it, or give the bound to the builder.");
    }
    QueueModel queue =
        spec.map(it -> Queues.read(it, "queue", report)).orElse(QueueModel.UNBOUNDED);
    return new LaneAccessor(Signatures.of(method), threads, queue);
  }
}
