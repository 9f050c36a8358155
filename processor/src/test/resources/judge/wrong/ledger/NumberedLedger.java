package ledger;

import io.lappet.annotation.Synchronized;

/** Numbers the lines, and forgets that post() was guarded. */
public abstract class NumberedLedger extends Ledger {
  private int next = 1;

  @Override
  public void post(String line) { // here
    lines.add(next++ + " " + line);
  }

  @Synchronized
  public int count() {
    return next - 1;
  }
}
