package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 2) //= @Limit(permits = 2, fair = true)
  abstract Permits db();

  @Limit(value = "db", fair = true) //! LAP011 //= @Limit("db")
  void load() {}
}
