package app;

//? -Alappet.check.unknown_call_locked=warn
import io.lappet.annotation.*;
import java.util.List;

abstract class Bell {
  interface Listener {
    void rung();
  }

  static final class One implements Listener {
    @Override
    public void rung() {}
  }

  static final class Two implements Listener {
    @Override
    public void rung() {}
  }

  static final class Three implements Listener {
    @Override
    public void rung() {}
  }

  static final class Four implements Listener { //= static final class Four {
    @Override //= // Nobody's.
    public void rung() {}
  }

  private int rings;

  @Synchronized(lock = "bell")
  void ring(List<Listener> listeners) {
    rings++;
    for (Listener listener : listeners) {
      listener.rung(); //! LAP217
    }
  }

  @Synchronized(lock = "bell")
  int rings() {
    return rings;
  }
}
