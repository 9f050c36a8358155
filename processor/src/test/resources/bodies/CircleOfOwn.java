package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Store {
  private int items;

  @Synchronized(lock = "stock")
  void add() {
    items++;
    note(); //! LAP202
  }

  @Synchronized(lock = "journal")
  void note() {
    items++;
  }

  @Synchronized(lock = "journal") //= @Synchronized(lock = {"journal", "stock"})
  void replay() {
    List.of(1, 2).forEach(item -> again());
  }

  private void again() {
    restock();
  }

  @Synchronized(lock = "stock")
  void restock() {
    items++;
  }
}
