package io.lappet.processor.check;

import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.KeyUse;
import io.lappet.processor.model.LockModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.Locks;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Optional;

/** A lock is one for all calls, or one for each key: all who name it agree. */
final class LockKindCheck implements Check {
  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    for (LockModel lock : Locks.of(woven).values()) {
      if (lock.kind() == LockModel.Kind.KEYED) {
        check(lock.name(), woven, report);
      }
    }
  }

  private static void check(String name, WovenModel woven, Report report) {
    GuardedModel keyed = woven.guarded().stream()
        .filter(method -> key(method, name).isPresent())
        .findFirst()
        .orElseThrow();
    String key = "key = \"%s\" of %s"
        .formatted(key(keyed, name).orElseThrow().text(), keyed.signature().label());
    woven
        .accessors(LockAccessor.class)
        .filter(accessor -> accessor.signature().name().equals(name))
        .forEach(accessor -> report.add(
            accessor.place(),
            Problem.CONTRADICTION,
            accessor.signature().label(),
            key,
            "there is one lock for each key, and none to hand out",
            "Remove the accessor, or the key."));
    for (GuardedModel method : woven.guarded()) {
      for (LockUse use : method.locks()) {
        if (isSameWithoutKey(method, use, name)) {
          report.add(
              use.place(),
              Problem.CONTRADICTION,
              label(use) + " without a key",
              key,
              "a lock is one for all calls, or one for each key",
              "Give %s a key as well, or name another lock."
                  .formatted(method.signature().label()));
        }
      }
    }
  }

  private static boolean isSameWithoutKey(GuardedModel method, LockUse use, String name) {
    if (use.lock() instanceof Handle.OfOwner other) {
      return other.lock().equals(name);
    }
    return use.isOwn() && use.name().equals(name) && key(method, name).isEmpty();
  }

  private static Optional<KeyUse> key(GuardedModel method, String lock) {
    return method.hold().filter(hold -> hold.ownNames().contains(lock)).flatMap(HoldModel::key);
  }

  private static String label(LockUse use) {
    return use.name().isEmpty() ? "The lock of the object" : "\"%s\"".formatted(use.name());
  }
}
