package slips;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.annotation.Limit;
import java.util.List;
import java.util.Optional;

/** Permits of two kinds, taken one after the other; and one that is tried for only. */
public abstract class Slips {
  @Limit(permits = 1)
  abstract Permits crane();

  @Limit(permits = 3)
  abstract Permits hands();

  @Limit("hands")
  String carry(String crate) {
    return crate.strip();
  }

  @Limit("crane")
  public List<String> unload(List<String> crates) {
    return crates.stream().map(this::carry).toList();
  }

  @Limit("hands")
  public boolean inspect() {
    Optional<Lease> lease = crane().tryAcquire();
    lease.ifPresent(Lease::close);
    return lease.isPresent();
  }
}
