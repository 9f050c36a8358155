package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;

/** Somebody else may open the gate, or the task does not wait for ever, or has opened it itself. */
class GatesOfLanes {
  abstract static class OtherThread {
    abstract Gate ready();

    @Limit(permits = 1)
    abstract Lane io();

    void load() throws InterruptedException {
      ready().await();
    }

    @Async(lane = "io")
    abstract Task<Void> loadAsync();

    void prepare() {
      ready().open();
    }

    @Async
    abstract Task<Void> prepareAsync();
  }

  abstract static class TwoThreads {
    abstract Gate ready();

    @Limit(permits = 2)
    abstract Lane io();

    void load() throws InterruptedException {
      ready().await();
    }

    @Async(lane = "io")
    abstract Task<Void> loadAsync();

    void prepare() {
      ready().open();
    }

    @Async(lane = "io")
    abstract Task<Void> prepareAsync();
  }

  abstract static class OpenedByCallers {
    abstract Gate ready();

    @Limit(permits = 1)
    abstract Lane io();

    void load() throws InterruptedException {
      ready().await();
    }

    @Async(lane = "io")
    abstract Task<Void> loadAsync();

    public void prepare() {
      ready().open();
    }

    @Async(lane = "io")
    abstract Task<Void> prepareAsync();
  }

  abstract static class Limited {
    abstract Gate ready();

    @Limit(permits = 1)
    abstract Lane io();

    void load() throws InterruptedException {
      prepareAsync();
      if (!ready().await(Duration.ofMillis(5))) {
        prepare();
      }
    }

    @Async(lane = "io")
    abstract Task<Void> loadAsync();

    private void prepare() {
      open();
    }

    void open() {
      ready().open();
    }

    @Async(value = "open", lane = "io")
    abstract Task<Void> prepareAsync();
  }

  abstract static class ByItself {
    abstract Gate ready();

    @Limit(permits = 1)
    abstract Lane io();

    void load() throws InterruptedException {
      prepare();
      ready().await();
    }

    @Async(lane = "io")
    abstract Task<Void> loadAsync();

    void prepare() {
      ready().open();
    }

    @Async(lane = "io")
    abstract Task<Void> prepareAsync();
  }
}
