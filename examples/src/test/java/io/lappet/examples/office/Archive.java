package io.lappet.examples.office;

import io.lappet.DeadLetter;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Woven;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes memos; those that it cannot keep go back. */
@Woven(uses = Office.class)
class Archive {
  final List<String> kept = new CopyOnWriteArrayList<>();
  final List<String> returned = new CopyOnWriteArrayList<>();

  @Consumer(from = "memos")
  @OnError(deadLetter = "returned")
  void keep(String memo) {
    if (memo.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    kept.add(memo);
  }

  @Consumer(from = "returned")
  void handBack(DeadLetter<String> memo) {
    returned.add(memo.message());
  }
}
