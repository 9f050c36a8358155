// LAP202
package gallery;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.Optional;

/** Two nested components that share two locks, and call each other in lambdas that run at once. */
public final class Gallery {
  private Gallery() {}

  @Shared
  public interface House {
    Mutex walls();

    Mutex store();
  }

  @Woven(uses = House.class)
  public abstract static class Hall {
    private final Optional<Cellar> cellar;

    protected Hall(Optional<Cellar> cellar) {
      this.cellar = cellar;
    }

    @Synchronized(lock = "walls")
    public void unhang(String picture) { // here
      cellar.ifPresent(it -> it.keep(picture)); // here
    }

    @Synchronized(lock = "walls")
    public void hang(String picture) {
      System.out.println(picture);
    }
  }

  @Woven(uses = House.class)
  public abstract static class Cellar {
    @Synchronized(lock = "store")
    public void keep(String picture) {
      System.out.println("kept " + picture);
    }

    @Synchronized(lock = "store")
    public void lend(String picture, Hall hall) { // here
      Runnable hanging = () -> hall.hang(picture);
      Optional.of(picture).map(it -> it + "!").ifPresent(hall::hang); // here
      System.out.println(hanging);
    }
  }
}
