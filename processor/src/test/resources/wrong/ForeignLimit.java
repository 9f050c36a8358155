package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @interface Other {
    @interface Limit {
      int value();
    }
  }

  @Limit(permits = 2)
  void load() {}

  @Other.Limit(2) //! LAP014 //= @Limit(permits = 2)
  void save() {}
}
