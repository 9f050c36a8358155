package app;

import io.lappet.*;
import io.lappet.annotation.*;

record Point(int x) { //! LAP015 //= abstract class Point {
  @Synchronized
  void move() {}
}
