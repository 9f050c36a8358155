package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pair {
  private int value;

  abstract Mutex left();

  abstract Mutex right();

  void one() {
    left().lock();
    try {
      right().lock(); //! LAP202
      try {
        value++;
      } finally {
        right().unlock();
      }
    } finally {
      left().unlock();
    }
  }

  void two() {
    right().lock(); //= left().lock();
    try {
      left().lock(); //= right().lock();
      try {
        value--;
      } finally {
        left().unlock(); //= right().unlock();
      }
    } finally {
      right().unlock(); //= left().unlock();
    }
  }
}
