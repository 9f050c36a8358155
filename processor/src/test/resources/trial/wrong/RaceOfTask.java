package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Search {
  private int found;

  abstract Fabric fabric();

  @PeriodicTimer(every = "1s")
  void search() {
    fabric().submit("look", () -> {
      found();
      return null;
    });
  }

  //+ @Synchronized
  void found() {
    found++; //! LAP201
  }

  @PeriodicTimer(every = "1m")
  //+ @Synchronized
  void report() {
    System.out.println(found);
  }
}
