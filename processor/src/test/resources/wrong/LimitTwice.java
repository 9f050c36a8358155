package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 2)
  abstract Permits db();

  @Limit(value = "db", permits = 3) //! LAP011 //= @Limit("db")
  void load() {}
}
