package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Cache {
  private int loaded;

  {
    loadAsync(); //! LAP208 //= loaded = 1;
  }

  void load() {
    loaded++;
  }

  @Async
  abstract void loadAsync();
}
