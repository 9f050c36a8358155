// two permits of different kinds, and the same ones one after the other
package permits;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

@Woven
public abstract class Semaphores {
  private final Function<String, String> remote;

  protected Semaphores(Function<String, String> remote) {
    this.remote = remote;
  }

  @Limit(permits = 2)
  abstract Permits db();

  @Limit(permits = 4)
  abstract Permits net();

  @Limit("db")
  String row(String id) {
    return remote.apply("db " + id);
  }

  @Limit("net")
  public String page(String id) {
    return row(id) + remote.apply("net " + id);
  }

  public List<String> pages(List<String> ids) {
    List<String> pages = new ArrayList<>();
    for (String id : ids) {
      pages.add(row(id));
      pages.add(row(id + "'"));
    }
    return pages;
  }

  public String byHand(String id) throws InterruptedException {
    try (Lease lease = db().acquire()) {
      System.out.println(lease);
    }
    return row(id);
  }
}
