package app;

import io.lappet.*;
import io.lappet.annotation.*;

/** Other modules see the interface, and may have the other side. */
public class OtherSideElsewhere {
  @Shared
  public interface Desk {
    ChannelView<String> letters();
  }

  @Woven(uses = Desk.class)
  abstract static class Writer {
    @Producer(to = "letters")
    String write() {
      return "Dear Sir";
    }
  }

  /** Who has the handle may take from it. */
  @Shared
  interface Box {
    Receiver<String> parcels();
  }

  @Woven(uses = Box.class)
  abstract static class Packer {
    @Producer(to = "parcels")
    String pack() {
      return "";
    }
  }

  static Receiver<String> open(Box box) {
    return box.parcels();
  }
}
