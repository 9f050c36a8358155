package tidy;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The woven class is made, by a method reference too; a plain helper is only a helper. */
public abstract class Janitor {
  /** What is to be kept. */
  static class Rules {
    boolean keeps(File file) {
      return !file.getName().endsWith(".tmp");
    }
  }

  private final File folder;
  private final Rules rules = new Rules() {
    @Override
    boolean keeps(File file) {
      return super.keeps(file) && file.length() > 0;
    }
  };

  protected Janitor(File folder) {
    this.folder = folder;
  }

  @PeriodicTimer(cron = "0 3 * * *")
  void sweep() {
    File[] files = folder.listFiles();
    for (File file : files == null ? new File[0] : files) {
      if (!rules.keeps(file) && !file.delete()) {
        System.err.println("kept " + file);
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    BiFunction<Fabric, File, Janitor> maker = WovenJanitor::new;
    Fabric.run(fabric -> {
      List<Janitor> all = new ArrayList<>();
      for (String arg : args) {
        all.add(maker.apply(fabric, new File(arg)));
      }
      return all;
    });
  }
}
