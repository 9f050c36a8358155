// sleeps and calls of twins outside of the lock, or under it where nothing waits
package switchboard;

import io.lappet.Gate;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

@Woven
public abstract class Switchboard {
  private final List<String> calls = new ArrayList<>();

  public abstract Gate open();

  @WaitUntil("open")
  public void call(String who) throws InterruptedException {
    note(who);
  }

  @Synchronized
  void note(String who) {
    calls.add(who);
  }

  void ringAll(String text) throws InterruptedException {
    for (String who : snapshot()) {
      System.out.println(who + " " + text);
      Thread.sleep(10);
    }
  }

  @Async
  public abstract void ringAllAsync(String text);

  @Synchronized
  List<String> snapshot() {
    return List.copyOf(calls);
  }

  @Synchronized
  public void reopen() {
    calls.clear();
    open().open();
    ringAllAsync("open again");
  }
}
