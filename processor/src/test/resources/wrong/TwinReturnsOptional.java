package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;
import java.util.concurrent.*;

abstract class Users {
  String load(String id) {
    return id;
  }

  @Async
  abstract Optional<String> loadAsync(String id); //! LAP008 //= abstract CompletionStage<String> loadAsync(String id);
}
