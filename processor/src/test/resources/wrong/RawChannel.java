package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Hub {
  @SuppressWarnings("rawtypes")
  abstract Channel numbers(); //! LAP016 //= abstract Channel<Number> numbers();
}
