package app;

import io.lappet.Fabric;
import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.annotation.Overflow;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * {@link Pages}, woven: loadAsync() runs load() elsewhere; loadAsync() runs load() on lane images
 * within 300ms; loadLater() runs load() elsewhere after 1m30s; storeAsync() runs store() on lane
 * uploads; send() runs store() on lane mail; storeSometime() runs store() elsewhere; sizeAsync()
 * runs size() on lane cpu; logAsync() runs log() elsewhere; allAsync() runs all() on lane io;
 * firstAsync() runs first() elsewhere; count() runs count() value by value; greetAsync() runs
 * greet() elsewhere; its own lock guards store().
 */
@LappetGenerated
@SuppressWarnings("this-escape")
public class WovenPages<K extends Comparable<K>> extends Pages<K> {
  private final Monitor ownLock;
  private final Lane imagesLane;
  private final Lane ioLane;
  private final Twin loadTwin;
  private final Twin loadTwin2;
  private final Twin loadLaterTwin;
  private final Twin storeTwin;
  private final Twin sendTwin;
  private final Twin storeSometimeTwin;
  private final Twin sizeTwin;
  private final Twin logTwin;
  private final Twin allTwin;
  private final Twin firstTwin;
  private final Twin countTwin;
  private final Twin greetTwin;

  public WovenPages(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Pages", this);
    ownLock = weaving.lock("");
    imagesLane = weaving.lane("images", 4, 256, Overflow.DROP_OLD);
    ioLane = weaving.laneOf("io");
    loadTwin = weaving.twin("load").make();
    loadTwin2 = weaving.twin("load")
        .lane(imagesLane)
        .timeout(Duration.ofMillis(300))
        .callerRuns()
        .make();
    loadLaterTwin = weaving.twin("load")
        .calledBy("loadLater")
        .named("LateLoader")
        .delay(Duration.ofMinutes(1).plusSeconds(30))
        .daemon()
        .make();
    Pages.Pools pools = WovenPages_Pools.in(fabric);
    storeTwin = weaving.twin("store").lane(pools.uploads()).make();
    sendTwin = weaving.twin("store").calledBy("send").lane(pools.mail()).make();
    storeSometimeTwin = weaving.twin("store").calledBy("storeSometime").make();
    sizeTwin = weaving.twin("size").lane(weaving.laneOf("cpu")).make();
    logTwin = weaving.twin("log").make();
    allTwin = weaving.twin("all").lane(ioLane).make();
    firstTwin = weaving.twin("first").make();
    countTwin = weaving.twin("count").calledBy("count").make();
    greetTwin = weaving.twin("greet").make();
  }

  @Override
  Lane images() {
    return Weaving.ready(imagesLane, "Pages.images()");
  }

  @Override
  public Lane io() {
    return Weaving.ready(ioLane, "Pages.io()");
  }

  @Override
  Task<String> loadAsync(String id) {
    return Weaving.ready(loadTwin, "Pages.loadAsync()").call(() -> load(id));
  }

  @Override
  Task<Integer> loadAsync(int id) {
    return Weaving.ready(loadTwin2, "Pages.loadAsync()").call(() -> load(id));
  }

  @Override
  Future<? extends CharSequence> loadLater(String id) {
    return Weaving.ready(loadLaterTwin, "Pages.loadLater()").call(() -> load(id));
  }

  @Override
  CompletableFuture<Void> storeAsync(String id, byte[] page) {
    return Weaving.ready(storeTwin, "Pages.storeAsync()").futureOf(() -> store(id, page));
  }

  @Override
  public Task<Void> send(String id, byte[] page) {
    return Weaving.ready(sendTwin, "Pages.send()").run(() -> store(id, page));
  }

  @Override
  void storeSometime(String id, byte[] page) {
    Weaving.ready(storeSometimeTwin, "Pages.storeSometime()").tell(() -> store(id, page));
  }

  @Override
  protected CompletionStage<Long> sizeAsync() {
    return Weaving.ready(sizeTwin, "Pages.sizeAsync()").future(() -> size());
  }

  @Override
  void logAsync(String format, Object... arguments) {
    Weaving.ready(logTwin, "Pages.logAsync()").tell(() -> log(format, arguments));
  }

  @Override
  <N extends Number> Task<? extends Collection<N>> allAsync(Class<N> type,
      Map<K, ? super N> loopTwin) {
    return Weaving.ready(allTwin, "Pages.allAsync()").call(() -> all(type, loopTwin));
  }

  @Override
  Task<K> firstAsync(Collection<? extends K> all) {
    return Weaving.ready(firstTwin, "Pages.firstAsync()").call(() -> first(all));
  }

  @Override
  Generator<Integer> count(int out) {
    return Weaving.ready(countTwin, "Pages.count()").generate(out_ -> count(out, out_));
  }

  @Override
  public Task<String> greetAsync(String name) {
    return Weaving.ready(greetTwin, "Pages.greetAsync()").call(() -> greet(name));
  }

  /** Holds its own lock. */
  @Override
  void store(String id, byte[] page) throws IOException {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      super.store(id, page);
      return;
    }
    lock.enter();
    try {
      super.store(id, page);
    } finally {
      lock.exit();
    }
  }
}
