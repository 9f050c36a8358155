package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Mail {
  private int read;

  abstract Channel<String> mails();

  @Synchronized(lock = "box") //=
  String read() throws InterruptedException {
    return mails().receive(); //! LAP206
  }

  @Synchronized(lock = "box")
  void deliver(String mail) throws InterruptedException {
    read++;
    if (!mails().trySend(mail)) throw new InterruptedException();
  }

  @Synchronized(lock = "box")
  int unread() {
    return read;
  }
}
