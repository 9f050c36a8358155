// LAP213
package docks;

import io.lappet.Permits;
import io.lappet.annotation.Limit;
import java.util.Collection;
import java.util.List;

/** One crane: who holds it unloads each crate, and asks for the crane again. */
public abstract class Docks {
  @Limit(permits = 1)
  abstract Permits crane();

  @Limit("crane")
  String unload(String crate) {
    return crate.strip();
  }

  @Limit("crane")
  public List<String> clear(Collection<String> crates) { // here
    return crates.stream().map(this::unload).sorted().toList(); // here
  }
}
