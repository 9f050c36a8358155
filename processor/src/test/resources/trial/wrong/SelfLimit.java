package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Db {
  @Limit(permits = 1)
  abstract Permits connections();

  @Limit("connections")
  int query() throws InterruptedException {
    return count(); //! LAP213 //= return rows();
  }

  @Limit("connections")
  int count() throws InterruptedException {
    return rows();
  }

  private int rows() {
    return 1;
  }
}
