package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;
import java.util.concurrent.*;

abstract class Users {
  @Async //! LAP008 //=
  public CompletableFuture<String> load(String id) { //= public String load(String id) {
    return CompletableFuture.completedFuture(id); //= return id;
  } //+ @Async public abstract CompletableFuture<String> loadAsync(String id);
}
