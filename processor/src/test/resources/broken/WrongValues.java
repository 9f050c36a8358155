package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Truth {
  @Synchronized(read = 1)
  void read() {}

  @Synchronized
  @Deprecated(forRemoval = "soon")
  void old() {}
}

abstract class Number {
  @Daemon
  @OnError(jitter = "much")
  void serve() {}
}

abstract class Named {
  @Synchronized
  @Deprecated(since = 1)
  void since() {}

  @Synchronized
  @Deprecated(forRemoval = Missing.SOON)
  void removed() {}

  @Synchronized
  @Deprecated
  @Deprecated
  void twice() {}
}

@Woven(confined = true, mailbox = 5)
abstract class Boxed {
  @PeriodicTimer(every = "1s")
  void beat() {}
}
