package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;
import java.util.concurrent.*;

abstract class Users {
  int count() {
    return 1;
  }

  @Async
  abstract Future<Long> countAsync(); //! LAP008 //= abstract Future<Integer> countAsync();
}
