package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Shared
interface Books<T> { //! LAP015 //= interface Books {
  Channel<T> orders(); //= Channel<String> orders();
}
