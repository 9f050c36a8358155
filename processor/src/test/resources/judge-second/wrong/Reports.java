// LAP213
package reports;

import io.lappet.Permits;
import io.lappet.annotation.Limit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A query that asks for its parts needs a second connection while it keeps the first one. */
public abstract class Reports {
  private final Map<String, List<String>> tables;

  protected Reports(Map<String, List<String>> tables) {
    this.tables = tables;
  }

  @Limit(permits = 4)
  abstract Permits connections();

  @Limit("connections")
  public List<String> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  @Limit("connections")
  public String report(List<String> names) { // here
    return names.stream()
        .map(this::section) // here
        .collect(Collectors.joining("\n\n"));
  }

  private String section(String name) {
    return name + "\n" + String.join("\n", rows(name)); // here
  }
}
