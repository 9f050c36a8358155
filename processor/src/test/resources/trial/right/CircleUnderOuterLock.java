package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  private int stock;

  abstract Mutex left();

  abstract Mutex right();

  @Synchronized(lock = "door")
  void one() {
    left().lock();
    try {
      right().lock();
      try {
        stock++;
      } finally {
        right().unlock();
      }
    } finally {
      left().unlock();
    }
  }

  @Synchronized(lock = "door")
  void two() {
    right().lock();
    try {
      left().lock();
      try {
        stock--;
      } finally {
        left().unlock();
      }
    } finally {
      right().unlock();
    }
  }
}
