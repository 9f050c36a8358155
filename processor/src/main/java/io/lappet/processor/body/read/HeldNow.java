package io.lappet.processor.body.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.StatementTree;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The locks that are certainly held at the place where the reading of a body stands. */
final class HeldNow {
  private List<Hold> held;

  HeldNow(List<Hold> held) {
    this.held = held;
  }

  List<Hold> all() {
    return held;
  }

  void take(Hold hold) {
    List<Hold> more = new ArrayList<>(held);
    more.add(hold);
    held = List.copyOf(more);
  }

  /** Gives back the one that was taken last. */
  void giveBack(Resource lock) {
    List<Hold> less = new ArrayList<>(held);
    for (int i = less.size() - 1; i >= 0; i--) {
      if (less.get(i).lock().equals(lock)) {
        less.remove(i);
        break;
      }
    }
    held = List.copyOf(less);
  }

  /** Goes back to a place where {@code before} was held. */
  void backTo(List<Hold> before) {
    held = before;
  }

  /** Two ways meet: this one, and one on which {@code other} is held. */
  void meet(List<Hold> other) {
    held = other.equals(held) ? other : other.stream().filter(held::contains).toList();
  }

  /** Whether nothing runs behind {@code statement}. */
  static boolean endsAbruptly(@Nullable StatementTree statement) {
    if (statement == null) {
      return false;
    }
    if (statement instanceof BlockTree block) {
      List<? extends StatementTree> all = block.getStatements();
      return !all.isEmpty() && endsAbruptly(all.get(all.size() - 1));
    }
    return switch (statement.getKind()) {
      case RETURN, THROW, BREAK, CONTINUE, YIELD -> true;
      default -> false;
    };
  }
}
