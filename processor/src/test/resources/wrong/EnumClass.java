package app;

import io.lappet.*;
import io.lappet.annotation.*;

enum Level { //! LAP015 //= abstract class Level {
  ONE; //= //
  @Synchronized
  void move() {}
}
