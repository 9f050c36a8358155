// LAP203
package tidy;

import io.lappet.Fabric;
import java.io.File;
import java.util.function.Function;

/** Makes the sweeper by a method reference: nobody starts its timer. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    Function<File, Sweeper> maker = Sweeper::new; // here
    try (Fabric fabric = Fabric.create()) {
      for (String arg : args) {
        Sweeper sweeper = maker.apply(new File(arg));
        fabric.start(sweeper);
      }
      fabric.join();
    }
  }
}
