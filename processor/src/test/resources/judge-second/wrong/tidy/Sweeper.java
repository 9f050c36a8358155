package tidy;

import io.lappet.annotation.PeriodicTimer;
import java.io.File;

/** Deletes old files each night. */
public class Sweeper {
  private final File folder;

  public Sweeper(File folder) {
    this.folder = folder;
  }

  @PeriodicTimer(cron = "0 3 * * *")
  void sweep() {
    File[] files = folder.listFiles();
    if (files == null) {
      return;
    }
    for (File file : files) {
      if (file.getName().endsWith(".tmp") && !file.delete()) {
        System.err.println("kept " + file);
      }
    }
  }
}
