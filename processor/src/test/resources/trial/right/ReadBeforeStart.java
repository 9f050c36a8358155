package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Jobs {
  private final List<String> jobs = new ArrayList<>();
  private int done;

  void add(String job) {
    jobs.add(job);
  }

  @Daemon
  void run() {
    for (String job : jobs) {
      done += job.length();
    }
  }

  int done() {
    return done;
  }
}
