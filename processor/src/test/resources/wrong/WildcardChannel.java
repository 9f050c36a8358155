package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Hub {
  abstract Channel<? extends Number> numbers(); //! LAP016 //= abstract Channel<Number> numbers();
}
