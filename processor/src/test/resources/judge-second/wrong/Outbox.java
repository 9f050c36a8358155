// LAP222
package mail;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Takes several with the lock held: the second take would have to wait under it. */
public abstract class Outbox {
  private final ArrayDeque<String> mails = new ArrayDeque<>();

  boolean notEmpty() {
    return !mails.isEmpty();
  }

  @Synchronized
  public void put(String mail) {
    mails.addLast(mail);
  }

  @Synchronized
  @WaitUntil("notEmpty")
  public String take() throws InterruptedException { // here
    return mails.removeFirst();
  }

  @Synchronized
  public List<String> takeAll(int count) throws InterruptedException { // here
    List<String> batch = new ArrayList<>();
    while (batch.size() < count) {
      batch.add(take()); // here
    }
    return batch;
  }
}
