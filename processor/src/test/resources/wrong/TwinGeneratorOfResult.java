package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;
import java.util.concurrent.*;

abstract class Users {
  List<String> all() {
    return List.of();
  }

  @Async
  abstract Generator<String> allAsync(); //! LAP008 //= abstract Task<List<String>> allAsync();
}
