package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.check.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A shared channel that an activation uses has another side: in this module, unless other modules can
 * see the interface.
 */
final class OtherSideCheck implements BodyCheck {
  private final Set<Node> sentTo = new HashSet<>();
  private final Set<Node> takenFrom = new HashSet<>();

  @Override
  public void check(Facts facts, BodyReport report) {
    if (report.isOn(Problem.OTHER_SIDE)) {
      new OtherSideCheck().look(facts, report);
    }
  }

  private void look(Facts facts, BodyReport report) {
    for (ClassFacts type : facts.allClasses()) {
      type.activations().forEach(this::use);
      type.methods().forEach(method -> method.acts().forEach(this::use));
    }
    for (ClassFacts type : facts.classes()) {
      for (Activation activation : type.activations()) {
        activation
            .from()
            .filter(it -> !sentTo.contains(it.node()))
            .ifPresent(from -> tell(facts, activation, from.node(), false, report));
        activation
            .to()
            .filter(it -> !takenFrom.contains(it.node()))
            .ifPresent(to -> tell(facts, activation, to.node(), true, report));
      }
    }
  }

  private void use(Activation activation) {
    activation.from().map(Resource::node).ifPresent(takenFrom::add);
    activation.to().map(Resource::node).ifPresent(sentTo::add);
    activation.deadLetters().map(Resource::node).ifPresent(sentTo::add);
  }

  private void use(Act act) {
    if (act instanceof Act.Send send) {
      sentTo.add(send.channel().node());
    } else if (act instanceof Act.Await await && await.kind() == Act.Wait.RECEIVE) {
      await.what().map(Resource::node).ifPresent(takenFrom::add);
    } else if (act instanceof Act.Give give) {
      // Who has the handle may do both.
      sentTo.add(give.what().node());
      takenFrom.add(give.what().node());
    }
  }

  private static void tell(
      Facts facts, Activation activation, Node channel, boolean sends, BodyReport report) {
    Optional<ChannelFacts> known = facts.channel(channel);
    boolean isSeenByOthers = known.map(ChannelFacts::exported).orElse(true);
    Optional<MethodFacts> method = facts.method(activation.method());
    if (!channel.shared() || isSeenByOthers && !report.isStrict() || method.isEmpty()) {
      return;
    }
    Set<String> suppressed = new HashSet<>(method.get().suppressed());
    known.ifPresent(it -> suppressed.addAll(it.suppressed()));
    report.add(
        Problem.OTHER_SIDE,
        method.get().spot(),
        suppressed,
        sends ? "takes from" : "sends to",
        channel.quoted(),
        sends
            ? "what %s sends stays there".formatted(method.get().label())
            : "%s never runs".formatted(method.get().label()));
  }
}
