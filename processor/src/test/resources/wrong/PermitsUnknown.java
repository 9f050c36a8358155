package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 2)
  abstract Permits db();

  @Limit("bd2") //! LAP004 //= @Limit("db")
  void load() {}
}
