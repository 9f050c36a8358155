package io.lappet.examples.office;

import io.lappet.annotation.Consumer;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;
import java.util.concurrent.Callable;

/** Uses the office, as others do. */
@Woven(uses = Office.class)
abstract class Desk {
  private boolean tidy;

  @Synchronized(lock = "files")
  <T> T file(Callable<T> work) throws Exception {
    return work.call();
  }

  @Synchronized(lock = "files", timeout = "0s")
  void fileAtOnce() {}

  @Synchronized(lock = "files")
  void tidy() {
    tidy = true;
  }

  @Synchronized(lock = "files")
  @WaitUntil("isTidy")
  boolean inspect() {
    return tidy;
  }

  boolean isTidy() {
    return tidy;
  }

  @Synchronized(lock = "board", read = true)
  <T> T read(Callable<T> work) throws Exception {
    return work.call();
  }

  @Synchronized(lock = "board", timeout = "0s")
  void pinAtOnce() {}

  @WaitUntil("open")
  String enter() throws InterruptedException {
    return "entered";
  }

  @Limit(value = "clerks", timeout = "0s")
  <T> T beServed(Callable<T> work) throws Exception {
    return work.call();
  }

  /** Wakes up early. */
  @Woven(uses = Office.class)
  abstract static class Eager {
    Eager() {
      file();
    }

    @Synchronized(lock = "files")
    void file() {}
  }

  /** Turns what it is told into memos. */
  @Woven(uses = Office.class)
  static class Typist {
    @Consumer(from = "letters", to = "memos")
    String type(String letter) {
      return letter.toUpperCase(java.util.Locale.ROOT);
    }
  }
}
