package io.lappet.examples.bank;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.List;

/** Reads what the accounts write, under the same lock. */
@Woven(uses = Books.class)
public abstract class Auditor {
  private final List<String> journal;

  protected Auditor(List<String> journal) {
    this.journal = journal;
  }

  /** All transfers so far. */
  @Synchronized(lock = "ledger")
  public List<String> snapshot() {
    return List.copyOf(journal);
  }
}
