package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Table {
  abstract Mutex left();

  abstract Mutex right();

  void eat() {
    left().lock();
    try {
      right().lock(); //! LAP202
      try {
        eat(1);
      } finally {
        right().unlock();
      }
    } finally {
      left().unlock();
    }
  }

  private void eat(int bites) {}

  void clean() {
    right().lock(); //= left().lock();
    try {
      left().lock(); //= right().lock();
      left().unlock(); //= right().unlock();
    } finally {
      right().unlock(); //= left().unlock();
    }
  }
}
