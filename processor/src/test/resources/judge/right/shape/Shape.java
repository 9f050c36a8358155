// inherited locks, super calls and overriders that repeat the annotation
package shape;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

public abstract class Shape {
  protected final List<String> parts = new ArrayList<>();

  @Synchronized(lock = "parts")
  public void add(String part) {
    parts.add(part);
  }

  @Synchronized(lock = "parts")
  public String draw() {
    return String.join("-", parts);
  }
}
