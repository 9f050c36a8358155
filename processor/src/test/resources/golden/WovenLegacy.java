package app;

import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.List;

/**
 * {@link Legacy}, woven: tick() runs every 1s; its own lock guards raw(), old(), many() and
 * plain().
 */
@LappetGenerated
@SuppressWarnings({"deprecation", "rawtypes", "serial", "this-escape", "try"})
public class WovenLegacy extends Legacy {
  private final Weaving weaving;
  private final Monitor ownLock;

  @SafeVarargs
  @SuppressWarnings("varargs")
  public WovenLegacy(Fabric fabric, List<String>... lists) {
    super(lists);
    weaving = Weaving.of(fabric, 1, "Legacy", this);
    ownLock = weaving.lock("");
    weaving.timer("tick").every(Duration.ofSeconds(1)).runs(this::tick);
    weaving.register();
  }

  @Deprecated
  public WovenLegacy(Fabric fabric, List raw) {
    super(raw);
    weaving = Weaving.of(fabric, 1, "Legacy", this);
    ownLock = weaving.lock("");
    weaving.timer("tick").every(Duration.ofSeconds(1)).runs(this::tick);
    weaving.register();
  }

  /** Holds its own lock. */
  @Override
  List raw(List raw) {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.raw(raw);
    }
    lock.enter();
    try {
      return super.raw(raw);
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock. */
  @Override
  @Deprecated
  public void old() {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      super.old();
      return;
    }
    lock.enter();
    try {
      super.old();
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock. */
  @Override
  @SuppressWarnings("unchecked")
  void many(List<String>... lists) {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      super.many(lists);
      return;
    }
    lock.enter();
    try {
      super.many(lists);
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock. */
  @Override
  void plain(String... texts) {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      super.plain(texts);
      return;
    }
    lock.enter();
    try {
      super.plain(texts);
    } finally {
      lock.exit();
    }
  }

  @Override
  public void close() throws Exception {
    if (weaving == null || weaving.closeOnce()) {
      super.close();
    }
  }
}
