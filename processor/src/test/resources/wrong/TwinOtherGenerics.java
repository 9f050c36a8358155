package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;
import java.util.concurrent.*;

abstract class Users {
  <T> List<T> all(T first) {
    return List.of(first);
  }

  @Async
  abstract <R> Task<Set<R>> allAsync(R first); //! LAP008 //= abstract <R> Task<Collection<R>> allAsync(R first);
}
