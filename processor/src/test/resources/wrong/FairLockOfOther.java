package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Shop {
  abstract static class Store {
    abstract Mutex shelf();
  }

  abstract static class Clerk {
    @Synchronized(lock = "store.shelf", fair = true) //! LAP011 //= @Synchronized(lock = "store.shelf")
    void look(Store store) {}
  }
}
