package wiki;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.Map;

/** Keeps pages, and tells the links. */
@Woven(uses = Locks.class)
public abstract class Pages {
  private final Map<String, String> text = new HashMap<>();
  private final Links links;

  protected Pages(Links links) {
    this.links = links;
  }

  @Synchronized(lock = "pages")
  public void save(String name, String body) {
    text.put(name, body);
    links.update(name, body.length());
  }

  @Synchronized(lock = "pages")
  public String read(String name) {
    return text.getOrDefault(name, "");
  }
}
