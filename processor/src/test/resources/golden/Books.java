package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/** Everything that can be shared, some of it inherited. */
@Shared
public interface Books extends Premises {
  String LEDGER = "ledger";

  record Order(long number) {}

  Mutex ledger();

  Lock stock();

  ReadWriteLock prices();

  @Limit(permits = 2)
  Permits clerks();

  @Limit(permits = 3, fair = true)
  Permits carts();

  Channel<Order> orders();

  @ChannelSpec(capacity = 16, overflow = Overflow.DROP_OLD)
  ChannelView<Order> urgent();

  @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
  Sender<String> letters();

  Receiver<DeadLetter<Order>> dead();
}

interface Premises {
  Gate open();
}
