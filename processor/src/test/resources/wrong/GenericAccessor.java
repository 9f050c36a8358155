package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Hub<S> {
  abstract <T> Channel<T> numbers(); //! LAP016 //= abstract Channel<S> numbers();
}
