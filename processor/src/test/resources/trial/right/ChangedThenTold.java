package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

abstract class Inbox {
  private final Queue<String> mails = new ConcurrentLinkedQueue<>();

  boolean hasMail() {
    return !mails.isEmpty();
  }

  void deliver(String mail) {
    mails.add(mail);
    tell();
  }

  @Synchronized
  void tell() {}

  @Synchronized
  @WaitUntil("hasMail")
  String read() throws InterruptedException {
    return mails.remove();
  }
}
