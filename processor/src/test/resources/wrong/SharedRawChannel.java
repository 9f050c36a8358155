package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books {
  @SuppressWarnings("rawtypes")
  Channel orders(); //! LAP016 //= Channel<String> orders();
}
