package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Importer.Parts.class)
abstract class Importer {
  @Shared
  interface Parts {
    Gate ready();

    @Limit(permits = 1)
    Lane io();
  }

  abstract Fabric fabric();

  @WaitUntil("ready")
  void load() {} //! LAP226

  @Async(lane = "io")
  abstract Task<Void> loadAsync();

  private boolean open(Parts parts) {
    parts.ready().open();
    return true;
  }

  void start() {
    Parts parts = WovenImporter_Parts.in(fabric());
    parts.ready().close(); //= parts.ready().open();
    parts.io().submit(() -> open(parts));
  }
}
