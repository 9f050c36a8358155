package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  <X extends Throwable> void fail(X with) throws X { //= <X extends Exception> void fail(X with) throws X {
    throw with;
  }

  @Async
  abstract <X extends Throwable> Task<Void> failAsync(X with); //! LAP008 //= abstract <X extends Exception> Task<Void> failAsync(X with);
}
