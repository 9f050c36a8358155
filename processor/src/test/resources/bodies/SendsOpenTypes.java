package app;

//? -Alappet.check.sendable=warn
import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Instant;
import java.util.Optional;

abstract class Painter {
  enum Size {
    SMALL
  }

  sealed interface Shape permits Dot, Box {}

  record Dot(int x, Optional<Instant> seen) implements Shape {}

  static final class Box implements Shape {
    private Size size = Size.SMALL; //= private final Size size = Size.SMALL;

    Size size() {
      return size;
    }
  }

  @Producer(to = "shapes")
  Shape draw() { //! LAP215
    return new Dot(1, Optional.empty());
  }

  @Consumer(from = "shapes")
  void paint(Shape shape) {}
}
