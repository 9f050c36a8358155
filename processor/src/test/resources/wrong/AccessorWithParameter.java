package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Hub {
  abstract Channel<String> lines(int number); //! LAP003 //= abstract Channel<String> lines();
}
