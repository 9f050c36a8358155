package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Bytes {
  abstract Channel<byte[]> blocks();

  @Daemon
  void read() throws InterruptedException {
    byte[] block = new byte[1024]; //=
    while (true) { //+ byte[] block = new byte[1024];
      block[0]++; //! LAP214
      blocks().send(block);
    }
  }
}
