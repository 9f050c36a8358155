package io.lappet.processor.check;

import io.lappet.internal.text.Nearest;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A lock that one method uses guards nothing against the others: probably a slip in its name. */
final class LockUseCheck implements Check {
  private record Use(GuardedModel method, LockUse lock) {}

  @Override
  public void check(WovenModel woven, List<ChannelModel> channels, Report report) {
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (GuardedModel method : woven.guarded()) {
      for (LockUse lock : method.locks()) {
        nameHere(lock)
            .ifPresent(name ->
                uses.computeIfAbsent(name, it -> new ArrayList<>()).add(new Use(method, lock)));
      }
    }
    Set<String> declared = new LinkedHashSet<>(woven.declaredLocks().toList());
    Set<String> known = new LinkedHashSet<>(declared);
    known.addAll(uses.keySet());
    known.addAll(woven.scope().names(LockAccessor.class));
    Map<String, Use> single = new LinkedHashMap<>();
    uses.forEach((name, users) -> {
      boolean isSettled = name.isEmpty()
          || woven.isUnclear(name)
          || declared.contains(name)
          || woven.scope().shared(name).isPresent();
      if (users.size() == 1 && !isSettled) {
        single.put(name, users.get(0));
      }
    });
    List<String> names = List.copyOf(single.keySet());
    single.forEach((name, use) -> {
      // Of two that differ by a slip the later one is told, and names the earlier.
      List<String> later = names.subList(names.indexOf(name) + 1, names.size());
      if (later.stream().noneMatch(other -> Nearest.isNear(name, other))) {
        warn(name, use, known, report);
      }
    });
  }

  /** The name by which the class has such a lock itself; the lock of another class has none. */
  private static Optional<String> nameHere(LockUse use) {
    if (use.lock() instanceof Handle.OfOwner other) {
      return Optional.of(other.lock());
    }
    return use.isOwn() ? Optional.of(use.name()) : Optional.empty();
  }

  private static void warn(String name, Use use, Set<String> known, Report report) {
    String remedy = Nearest.to(name, known)
        .map("Did you mean \"%s\"? If not, declare"::formatted)
        .orElse("If that is meant, declare");
    report.add(
        use.lock().place(),
        Problem.LOCK_USED_ONCE,
        name,
        use.method().signature().label(),
        remedy,
        name);
  }
}
