package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Inbox {
  private final List<String> mails = new ArrayList<>();

  boolean hasMail() {
    return mails.size() > 0;
  }

  @Synchronized
  void deliver(List<String> sack) {
    sack.stream().filter(mail -> !mail.isEmpty()).forEach(mails::add);
    sack.forEach(mail -> mails.add(mail));
  }

  @Synchronized
  @WaitUntil("hasMail")
  String read() throws InterruptedException {
    return mails.remove(0);
  }
}
