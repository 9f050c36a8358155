package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Bank {
  abstract static class Vault {
    //+ abstract Mutex door();
    @Synchronized(lock = "door")
    void open() {}

    @Synchronized(lock = "door")
    void close() {}
  }

  abstract static class Clerk {
    @Synchronized(lock = "vault.door") //! LAP004
    void count(Vault vault) {}
  }
}
