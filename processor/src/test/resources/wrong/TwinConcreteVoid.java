package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Users { //= abstract class Users {
  @Async //! LAP008 //=
  protected <T extends Comparable<T>> void store(int key, T page) {} //+ @Async protected abstract <T extends Comparable<T>> Task<Void> storeAsync(int key, T page);
}
