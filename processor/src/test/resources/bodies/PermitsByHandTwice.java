package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Copier {
  @Limit(permits = 2)
  abstract Permits files();

  void copy() throws InterruptedException {
    Lease from = files().acquire();
    try {
      //+ from.close();
      Lease to = files().acquire(); //! LAP213
      to.release();
    } finally {
      from.close();
    }
  }
}
