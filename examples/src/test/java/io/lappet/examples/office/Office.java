package io.lappet.examples.office;

import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Shared;
import java.util.concurrent.locks.ReadWriteLock;

/** One of each kind. */
@Shared
interface Office {
  Mutex files();

  ReadWriteLock board();

  Gate open();

  @Limit(permits = 1)
  Permits clerks();

  Channel<String> letters();

  ChannelView<String> memos();

  ChannelView<DeadLetter<String>> returned();
}
