package io.lappet.examples.bank;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** What all accounts and auditors of one fabric have in common. */
@Shared
public interface Books {
  /** Guards the journal. */
  Mutex ledger();
}
