// LAP213
package users;

import io.lappet.Permits;
import io.lappet.annotation.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Holds one connection while a helper asks for a second one. */
public abstract class UserApi {
  private final Function<String, List<String>> database;

  protected UserApi(Function<String, List<String>> database) {
    this.database = database;
  }

  @Limit(permits = 2)
  abstract Permits db();

  @Limit("db") // here
  public List<String> friendsOfFriends(String user) throws InterruptedException { // here
    List<String> all = new ArrayList<>();
    for (String friend : database.apply(user)) {
      all.addAll(friendsOf(friend)); // here
    }
    return all;
  }

  private List<String> friendsOf(String user) throws InterruptedException {
    return user.isEmpty() ? List.of() : friends(user); // here
  }

  @Limit("db")
  public List<String> friends(String user) throws InterruptedException {
    return database.apply(user);
  }
}
