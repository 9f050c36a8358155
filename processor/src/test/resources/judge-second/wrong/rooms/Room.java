package rooms;

import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;
import java.util.LinkedHashSet;
import java.util.Set;

/** A room with a loop, and a close that anybody may call. */
@Woven(confined = true)
public abstract class Room implements AutoCloseable {
  private final Set<String> members = new LinkedHashSet<>();

  @Async
  public abstract void joinAsync(String member);

  void join(String member) {
    members.add(member);
  }

  @Override
  public void close() { // here
    members.clear(); // here
  }
}
