package app;

import io.lappet.annotation.Synchronized;

/** A sealed class that permits its woven one. */
public abstract sealed class Shape permits Shape.Circle, WovenShape {
  static final class Circle extends Shape {}

  protected Shape() {}

  @Synchronized
  void draw() {}
}
