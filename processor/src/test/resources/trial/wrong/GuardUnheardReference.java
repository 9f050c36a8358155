package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Inbox {
  private final List<String> mails = new ArrayList<>();

  boolean hasMail() {
    return mails.size() > 0; //! LAP210
  }

  //+ @Synchronized
  void deliver(List<String> sack) {
    sack.forEach(mails::add);
  }

  @Synchronized
  @WaitUntil("hasMail")
  String read() throws InterruptedException {
    return mails.remove(0);
  }
}
