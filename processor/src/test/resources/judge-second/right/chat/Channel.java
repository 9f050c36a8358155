package chat;

import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.util.LinkedHashSet;
import java.util.Set;

/** A channel of a chat has a loop of its own. */
@Woven(confined = true)
public abstract class Channel implements AutoCloseable {
  private final Set<String> members = new LinkedHashSet<>();

  @Async
  public abstract void sayAsync(String member, String text);

  void say(String member, String text) {
    if (members.add(member)) {
      greet(member);
    }
    System.out.println(member + ": " + text);
  }

  void greet(String member) {
    System.out.println("welcome, " + member);
  }

  @PeriodicTimer(every = "1h")
  void forget() {
    members.clear();
  }

  public static String name(int number) {
    return "#" + number;
  }

  @Override
  public void close() {
    members.clear();
  }
}
