package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract sealed class Shape permits Shape.Circle { //! LAP015 //= abstract sealed class Shape permits Shape.Circle, WovenShape {
  static final class Circle extends Shape {}

  @Synchronized
  void draw() {}
}
