package io.lappet.processor.check;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.Workers;
import io.lappet.processor.model.WovenModel;
import java.util.List;

/** Who asks for an order of its own has its messages done in that order. */
final class OrderLostCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    for (ChannelModel channel : channels) {
      String order = channel.shape().order();
      for (ActivationModel consumer : channel.receiving()) {
        Workers workers = consumer.workers();
        // A key in such a channel is refused, and would be the cause.
        boolean isOne = workers.concurrency() <= 1 || consumer.key().isPresent();
        if (!channel.shape().isFifo() && !isOne) {
          String who = consumer.call().label();
          int threads = workers.concurrency();
          report.add(workers.counted(), Problem.ORDER_LOST, who, channel.name(), threads, order);
        }
      }
    }
  }
}
