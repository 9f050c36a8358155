package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;
import java.util.concurrent.*;

abstract class Users {
  CompletableFuture<String> load(String id) { //= String load(String id) {
    return CompletableFuture.completedFuture(id); //= return id;
  }

  @Async
  abstract Task<String> loadAsync(String id); //! LAP008
}
