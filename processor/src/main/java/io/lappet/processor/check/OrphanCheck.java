package io.lappet.processor.check;

import io.lappet.internal.text.Nearest;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.End;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every channel has both ends. A slip in a name leaves two orphans, a channel nobody sends to and one
 * nobody receives from: they are told as one.
 */
final class OrphanCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    List<ChannelModel> unsent = new ArrayList<>();
    List<ChannelModel> unreceived = new ArrayList<>();
    for (ChannelModel channel : channels) {
      // The other end of a shared channel may be in another class.
      if (!woven.isUnclear(channel.name()) && channel.shared().isEmpty()) {
        if (!channel.hasSender()) {
          unsent.add(channel);
        } else if (!channel.hasReceiver()) {
          unreceived.add(channel);
        }
      }
    }
    List<String> known = new ArrayList<>(names(channels));
    known.addAll(woven.scope().names(ChannelAccessor.class));
    Set<ChannelModel> told = new HashSet<>();
    for (ChannelModel channel : unreceived) {
      if (isOfFailures(channel)) {
        unknownDeadLetters(woven, channel, known, report);
        partner(channel, unsent, unreceived).ifPresent(told::add);
        told.add(channel);
      }
    }
    for (ChannelModel channel : unsent) {
      if (!told.contains(channel)) {
        Optional<ChannelModel> partner =
            partner(channel, unreceived, unsent).filter(it -> !told.contains(it));
        noSender(channel, partner, known, report);
        partner.ifPresent(told::add);
      }
    }
    for (ChannelModel channel : unreceived) {
      if (!told.contains(channel)) {
        noReceiver(channel, known, report);
      }
    }
  }

  /** The other orphan that is one with {@code channel}: the nearest, or else the only one. */
  private static Optional<ChannelModel> partner(
      ChannelModel channel, List<ChannelModel> others, List<ChannelModel> same) {
    Optional<ChannelModel> near = Nearest.to(channel.name(), names(others))
        .flatMap(name -> others.stream().filter(it -> it.name().equals(name)).findFirst());
    boolean isPair = others.size() == 1 && same.size() == 1;
    return near.or(() -> isPair ? Optional.of(others.get(0)) : Optional.empty());
  }

  private static boolean isOfFailures(ChannelModel channel) {
    return channel.accessor().isEmpty()
        && channel.senders().stream().allMatch(end -> end.kind() == End.Kind.FAILURES);
  }

  private static void unknownDeadLetters(
      WovenModel woven, ChannelModel channel, List<String> known, Report report) {
    report.add(
        channel.senders().get(0).named(),
        Problem.UNKNOWN_NAME,
        channel.name(),
        "a channel of " + woven.type().label(),
        meant(channel.name(), known)
            .orElse("Name a consumer of it with from = \"%s\", or a channel that there is."
                .formatted(channel.name())));
  }

  private static void noSender(
      ChannelModel channel, Optional<ChannelModel> partner, List<String> known, Report report) {
    String name = channel.name();
    Place place = channel.receivers().stream()
        .findFirst()
        .map(End::named)
        .orElseGet(() -> channel.accessor().orElseThrow().channel().named());
    String consequence = channel.receivers().stream()
        .findFirst()
        .map(end -> end.who() + " never runs")
        .orElse("nothing ever arrives there");
    String remedy = partner
        .map(it -> "Did you mean \"%s\"?".formatted(it.name()))
        .or(() -> meant(name, known))
        .orElse("Name a sender with to = \"%1$s\", or declare 'abstract Sender<%2$s> %1$s();'."
            .formatted(name, channel.type().boxed().simple()));
    report.add(place, Problem.NO_SENDER, name, consequence, remedy);
  }

  private static void noReceiver(ChannelModel channel, List<String> known, Report report) {
    String name = channel.name();
    Optional<End> sender = channel.senders().stream().findFirst();
    Place place = sender
        .map(End::named)
        .orElseGet(() -> channel.accessor().orElseThrow().channel().named());
    String consequence =
        "what %s sends stays there".formatted(sender.map(End::who).orElse(name + "()"));
    String byHand = channel.shape().topic()
        ? ""
        : ", or declare 'abstract Receiver<%s> %s();'"
            .formatted(channel.type().boxed().simple(), name);
    String remedy =
        meant(name, known).orElse("Name a consumer with from = \"%s\"%s.".formatted(name, byHand));
    report.add(place, Problem.NO_RECEIVER, name, consequence, remedy);
  }

  private static Optional<String> meant(String name, List<String> known) {
    return Nearest.to(name, known).map("Did you mean \"%s\"?"::formatted);
  }

  private static List<String> names(List<ChannelModel> channels) {
    return channels.stream().map(ChannelModel::name).toList();
  }
}
