// LAP004
package db;

import io.lappet.Permits;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads of one tenant, at most eight at a time. */
public abstract class TenantDb {
  private final DataSource source;

  protected TenantDb(DataSource source) {
    this.source = source;
  }

  @Limit(permits = 8)
  abstract Permits connections();

  @Limit("conections") // here
  public List<String> names() throws SQLException {
    return query("select name from person");
  }

  @Limit("connections")
  public List<String> towns() throws SQLException {
    return query("select distinct town from address");
  }

  @Async
  public abstract Task<List<String>> townsAsync();

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection c = source.getConnection();
        PreparedStatement s = c.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        rows.add(r.getString(1));
      }
    }
    return rows;
  }
}
