package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
interface Moving { //! LAP015 //= abstract class Moving {
  @Synchronized
  default void move() {} //= void move() {}
}
