package io.lappet.processor.model;

import io.lappet.processor.model.AccessorModel.LockAccessor;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the methods of a class decide together about each of its locks. */
public final class Locks {
  private Locks() {}

  /** The locks of {@code woven} by name: those with an accessor, then those implied by their use. */
  public static Map<String, LockModel> of(WovenModel woven) {
    Set<String> names = new LinkedHashSet<>(woven.declaredLocks().toList());
    holds(woven).forEach(hold -> names.addAll(hold.ownNames()));
    names.addAll(askedFor(woven));
    Map<String, LockModel> locks = new LinkedHashMap<>();
    names.forEach(name -> locks.put(name, lock(woven, name)));
    return locks;
  }

  /** The names of the locks that other objects of the same class ask for. */
  public static Set<String> askedFor(WovenModel woven) {
    Set<String> names = new LinkedHashSet<>();
    holds(woven)
        .flatMap(hold -> hold.locks().stream())
        .map(LockUse::lock)
        .filter(Handle.OfOwner.class::isInstance)
        .forEach(lock -> names.add(((Handle.OfOwner) lock).lock()));
    return names;
  }

  private static LockModel lock(WovenModel woven, String name) {
    return woven.scope().shared(name).map(Locks::shared).orElseGet(() -> own(woven, name));
  }

  /** A shared lock is what its interface says, however it is used. */
  private static LockModel shared(SharedResource resource) {
    boolean readWrite =
        resource.accessor() instanceof LockAccessor accessor && accessor.readWrite();
    LockModel.Kind kind = readWrite ? LockModel.Kind.READ_WRITE : LockModel.Kind.PLAIN;
    return new LockModel(resource.name(), kind, false);
  }

  private static LockModel own(WovenModel woven, String name) {
    List<HoldModel> users =
        holds(woven).filter(hold -> hold.ownNames().contains(name)).toList();
    boolean keyed = users.stream().anyMatch(hold -> hold.key().isPresent());
    boolean read = users.stream().anyMatch(HoldModel::read)
        || woven
            .accessors(LockAccessor.class)
            .filter(accessor -> accessor.signature().name().equals(name))
            .anyMatch(LockAccessor::readWrite);
    LockModel.Kind shared = read ? LockModel.Kind.READ_WRITE : LockModel.Kind.PLAIN;
    return new LockModel(
        name, keyed ? LockModel.Kind.KEYED : shared, users.stream().anyMatch(HoldModel::fair));
  }

  private static Stream<HoldModel> holds(WovenModel woven) {
    return woven.guarded().stream().flatMap(method -> method.hold().stream());
  }
}
