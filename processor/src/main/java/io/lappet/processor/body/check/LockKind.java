package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Frame;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** Locks that are taken; permits count as such. */
final class LockKind implements Reach.Kind<Hold> {
  private final Predicate<Node> wanted;

  LockKind(Predicate<Node> wanted) {
    this.wanted = wanted;
  }

  /** The permit, the locks and the monitor that a call of {@code method} takes. */
  static List<Hold> taken(MethodFacts method) {
    List<Hold> all = new ArrayList<>();
    permit(method.entry()).ifPresent(all::add);
    all.addAll(method.entry().locks());
    if (method.is(Modifier.SYNCHRONIZED)) {
      Node monitor =
          new Node(Node.Kind.FOREIGN, method.owner(), "monitor", method.is(Modifier.STATIC));
      all.add(new Hold(Resource.of(Path.THIS, monitor), false, false));
    }
    return all;
  }

  private static Optional<Hold> permit(Entry entry) {
    return entry.permit().map(pass -> new Hold(pass.what(), false, pass.timed()));
  }

  /** Whether {@code node} can be waited for by who holds another. */
  static boolean isOurs(Node node) {
    return node.kind() == Node.Kind.LOCK || node.kind() == Node.Kind.PERMITS;
  }

  @Override
  public List<Hold> onEntry(MethodFacts method) {
    return taken(method).stream()
        .filter(hold -> wanted.test(hold.lock().node()))
        .toList();
  }

  @Override
  public Optional<Hold> in(MethodFacts method, Act act) {
    return act instanceof Act.Take take && wanted.test(take.taken().lock().node())
        ? Optional.of(take.taken())
        : Optional.empty();
  }

  @Override
  public Optional<Hold> outside(Hold hold, Frame frame) {
    Hold outside = frame.hold(hold);
    Resource lock = outside.lock();
    return lock.of().isFresh() ? Optional.empty() : Optional.of(outside);
  }
}
