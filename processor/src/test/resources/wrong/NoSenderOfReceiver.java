package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven
abstract class Pipeline {
  abstract Receiver<String> orders(); //! LAP006 //= abstract Channel<String> orders();
}
