// LAP209
package club;

import io.lappet.annotation.Synchronized;
import java.util.HashSet;
import java.util.Set;

/** A private helper that one of its callers calls without the lock. */
public abstract class Membership {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("members")
  private final Set<String> members = new HashSet<>();

  @GuardedBy("guests")
  private final Set<String> guests = new HashSet<>();

  @Synchronized(lock = "members")
  public void join(String name) {
    members.add(name);
    greet(name);
  }

  @Synchronized(lock = "guests")
  public void invite(String name) {
    guests.add(name);
    greet(name); // here
  }

  private void greet(String name) {
    System.out.println(name + ", welcome among " + members.size()); // here
  }

  @Synchronized(lock = "members")
  public boolean isMember(String name) {
    return members.contains(name);
  }

  @Synchronized(lock = "guests")
  public int guests() {
    return guests.size();
  }
}
