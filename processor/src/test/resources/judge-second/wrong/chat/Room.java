package chat;

import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;
import java.util.LinkedHashSet;
import java.util.Set;

/** A room has a loop of its own. */
@Woven(confined = true)
public abstract class Room {
  private final Set<String> members = new LinkedHashSet<>();

  @Async
  public abstract void joinAsync(String member);

  void join(String member) {
    members.add(member);
  }

  @Async
  public abstract void sayAsync(String member, String text);

  void say(String member, String text) {
    if (members.contains(member)) {
      System.out.println(member + ": " + text);
    }
  }
}
