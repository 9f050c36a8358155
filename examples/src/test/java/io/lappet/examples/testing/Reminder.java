package io.lappet.examples.testing;

import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import java.util.function.Supplier;

abstract class Reminder {
  private final Supplier<String> mail;
  private int sent;

  Reminder(Supplier<String> mail) {
    this.mail = mail;
  }

  @PeriodicTimer(every = "1h")
  @OnError(retries = 3, backoff = "1s")
  void remind() {
    mail.get();
    sent++;
  }

  int sent() {
    return sent;
  }
}
