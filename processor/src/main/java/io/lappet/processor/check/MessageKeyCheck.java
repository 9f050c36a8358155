package io.lappet.processor.check;

import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.MessageKey;
import io.lappet.processor.model.WovenModel;
import java.util.List;

/** A key belongs to a channel from which nobody takes without minding it. */
final class MessageKeyCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    for (ChannelModel channel : channels) {
      channel.key().ifPresent(key -> check(channel, key, report));
    }
  }

  private static void check(ChannelModel channel, MessageKey key, Report report) {
    String name = "\"%s\"".formatted(channel.name());
    if (channel.shared().isPresent()) {
      String reason = "other classes may take from it too";
      refuse(key, "the shared channel " + name, reason, "Declare a channel of this class.", report);
    } else if (channel.receiving().size() > 1) {
      ActivationModel other = channel.receiving().stream()
          .filter(it -> it.key().filter(key::equals).isEmpty())
          .findFirst()
          .orElseThrow();
      String reason = "it takes from %s too, so nobody knows which key is in work".formatted(name);
      String remedy = "Give each its own channel, or leave key out.";
      refuse(key, other.call().label(), reason, remedy, report);
    } else if (channel.isReceivedByHand()) {
      String accessor = channel.accessor().orElseThrow().signature().label();
      String reason = "who receives by hand does not wait for a key";
      String remedy = "Let it return a Sender, Channel or ChannelView, or leave key out.";
      refuse(key, accessor, reason, remedy, report);
    } else if (!channel.shape().isFifo()) {
      String reason = "messages with equal keys are handled in the order sent";
      refuse(
          key, "order = " + channel.shape().order(), reason, "Leave one of the two out.", report);
    } else if (channel.shape().capacity() == 0) {
      String reason = "a hand-over keeps no messages that could wait for a key";
      refuse(key, "capacity = 0", reason, "Leave one of the two out.", report);
    } else if (channel.shape().topic()) {
      String reason = "a topic gives each consumer method a channel of its own, without keys";
      refuse(key, "topic = true", reason, "Leave one of the two out.", report);
    }
  }

  private static void refuse(
      MessageKey key, String other, String reason, String remedy, Report report) {
    report.add(key.place(), Problem.CONTRADICTION, key.text(), other, reason, remedy);
  }
}
