package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Shop {
  abstract static class Store {
    abstract java.util.concurrent.locks.ReadWriteLock shelf();
  }

  abstract static class Clerk {
    @Synchronized(lock = "store.shelf", read = true) //! LAP011 //= @Synchronized(lock = "store.shelf")
    void look(Store store) {}
  }
}
