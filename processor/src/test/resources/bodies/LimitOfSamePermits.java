package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Users {
  @Limit(permits = 2)
  abstract Permits db();

  @Limit("db")
  String user() throws InterruptedException {
    return "user";
  }

  @Limit("db") //= // Each query takes its own.
  String page() throws InterruptedException {
    return user(); //! LAP213
  }
}
