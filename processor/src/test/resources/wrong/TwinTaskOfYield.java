package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;
import java.util.concurrent.*;

abstract class Users {
  void all(int from, Yield<String> out) {}

  @Async
  abstract Task<List<String>> allAsync(int from); //! LAP008 //= abstract Generator<String> allAsync(int from);
}
