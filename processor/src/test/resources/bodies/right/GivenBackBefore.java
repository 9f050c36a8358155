package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Table {
  abstract Mutex left();

  abstract Mutex right();

  void one() {
    left().lock();
    try {
      eat();
    } finally {
      left().unlock();
    }
    right().lock();
    try {
      eat();
    } finally {
      right().unlock();
    }
  }

  void two() {
    right().lock();
    try {
      left().lock();
      left().unlock();
    } finally {
      right().unlock();
    }
  }

  private void eat() {}
}
