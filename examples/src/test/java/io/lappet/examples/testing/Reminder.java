package io.lappet.examples.testing;

import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;

abstract class Reminder {
  private final Runnable mail;
  private int sent;

  Reminder(Runnable mail) {
    this.mail = mail;
  }

  @PeriodicTimer(every = "1h")
  @OnError(retries = 3, backoff = "1s")
  void remind() {
    mail.run();
    sent++;
  }

  int sent() {
    return sent;
  }
}
