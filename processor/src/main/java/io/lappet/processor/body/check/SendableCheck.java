package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.check.Problem;

/** What goes through a channel cannot change any more. */
final class SendableCheck implements BodyCheck {
  @Override
  public void check(Facts facts, BodyReport report) {
    if (!report.isOn(Problem.SENDABLE)) {
      return;
    }
    for (ClassFacts type : facts.classes()) {
      for (ChannelFacts channel : type.channels()) {
        channel
            .change()
            .ifPresent(change -> report.add(
                Problem.SENDABLE,
                channel.spot(),
                channel.suppressed(),
                channel.node().quoted(),
                change));
      }
    }
  }
}
