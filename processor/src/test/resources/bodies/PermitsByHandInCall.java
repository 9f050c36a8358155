package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Limit(permits = 2)
  abstract Permits db();

  @Limit("db")
  String user() throws InterruptedException {
    return "user";
  }

  String page() throws InterruptedException {
    try (Lease lease = db().acquire()) {
      return lease.permits() + user(); //! LAP213 //= return lease.permits() + "user";
    }
  }
}
