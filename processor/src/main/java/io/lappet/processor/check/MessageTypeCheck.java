package io.lappet.processor.check;

import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.End;
import io.lappet.processor.model.MessageType;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;

/** What is sent to a channel is what its receivers take. */
final class MessageTypeCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    channels.forEach(channel -> check(woven, channel, report));
  }

  private static void check(WovenModel woven, ChannelModel channel, Report report) {
    Optional<End> sender = first(channel.senders(), end -> !end.canSend(channel.type()));
    Optional<End> receiver = first(channel.receivers(), end -> !end.canReceive(channel.type()));
    Optional<End> declared = channel.accessor().map(accessor -> accessor.channel());
    if (sender.isPresent()) {
      End taker = declared.or(() -> first(channel.receivers(), end -> true)).orElse(sender.get());
      // A declared type stands; otherwise it is the receiver's, and may as well be wrong as the
      // sender's.
      End shown = declared.isPresent() ? sender.get() : taker;
      refuse(woven, channel, sender.get(), taker, shown, report);
    } else if (receiver.isPresent()) {
      End giver = declared.or(() -> first(channel.senders(), end -> true)).orElse(receiver.get());
      refuse(woven, channel, giver, receiver.get(), receiver.get(), report);
    }
  }

  private static Optional<End> first(List<End> ends, java.util.function.Predicate<End> condition) {
    return ends.stream().filter(condition).findFirst();
  }

  private static void refuse(
      WovenModel woven, ChannelModel channel, End sender, End taker, End shown, Report report) {
    End other = shown.equals(sender) ? taker : sender;
    report.add(
        shown.typed(),
        Problem.MESSAGE_TYPE,
        channel.name(),
        sender.text(),
        label(channel, sender, sender.source()),
        label(channel, taker, taker.who()),
        taker.text(),
        label(channel, other, woven.type().label() + "." + other.who()),
        remedy(sender, taker));
  }

  private static String remedy(End sender, End taker) {
    Optional<MessageType> listed =
        taker.kind() == End.Kind.CALLS ? taker.type().listed() : Optional.empty();
    if (listed.filter(sender.type()::fits).isPresent()) {
      return "Write batch = 100 to get several messages in one call, or take one.";
    } else if (taker.kind() == End.Kind.LISTS && sender.type().fits(taker.type())) {
      return "Take a List<? extends %s>, or change one of the two types."
          .formatted(taker.type().simple());
    }
    return "Change one of the two types.";
  }

  /** What messages call an end: a method of a shared interface by its full name. */
  private static String label(ChannelModel channel, End end, String own) {
    return channel.declaredBy(end).map(it -> it.label() + "()").orElse(own);
  }
}
