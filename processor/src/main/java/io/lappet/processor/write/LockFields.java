package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.KEYED_MONITOR;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.MONITORS;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_MONITOR;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.HoldModel;
import io.lappet.processor.model.LockModel;
import io.lappet.processor.model.Locks;
import io.lappet.processor.model.Scope;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.WovenModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The fields of a woven class for its locks, and for those that are taken together. */
final class LockFields {
  /** Locks of the object that are taken together. */
  record LockSet(Set<String> names, boolean read) {}

  private final Scope scope;
  private final FieldNames declared;
  private final Map<String, LockModel> models;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<LockSet, String> sets = new LinkedHashMap<>();
  private final Map<String, SharedResource> shared = new LinkedHashMap<>();
  private final Set<String> sharedSets = new LinkedHashSet<>();

  /** Declares the fields of {@code woven}. */
  LockFields(WovenModel woven, FieldNames declared) {
    this.scope = woven.scope();
    this.declared = declared;
    this.models = Locks.of(woven);
    models.values().forEach(this::add);
    woven.guarded().forEach(this::addSet);
  }

  /** The type of the field of a lock. */
  static ClassName type(LockModel lock) {
    return switch (lock.kind()) {
      case PLAIN -> MONITOR;
      case READ_WRITE -> READ_WRITE_MONITOR;
      case KEYED -> KEYED_MONITOR;
    };
  }

  /** The locks. */
  List<LockModel> models() {
    return List.copyOf(models.values());
  }

  LockModel model(String name) {
    return Objects.requireNonNull(models.get(name), name);
  }

  /** The field of a lock. */
  String field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  /** The sets of locks that are taken together, with the names of their fields. */
  Map<LockSet, String> sets() {
    return sets;
  }

  /** The field with the locks, all of the object itself, that are taken together. */
  String set(HoldModel hold) {
    return Objects.requireNonNull(sets.get(key(hold)), hold::toString);
  }

  /** The shared lock that a field is for, if it is not one of the object itself. */
  Optional<SharedResource> shared(String field) {
    return Optional.ofNullable(shared.get(field));
  }

  /** Whether a field is for shared locks, also if others are with them. */
  boolean isShared(String field) {
    return shared.containsKey(field) || sharedSets.contains(field);
  }

  /** Whether there are locks of the object itself. */
  boolean hasOwn() {
    return fields.values().stream().anyMatch(field -> !shared.containsKey(field));
  }

  // ---- How code names them

  /** What a call takes of a lock together with others. */
  CodeBlock enterable(String lock, boolean read) {
    return CodeBlock.of("$N$L", field(lock), side(lock, read));
  }

  /** The same, or null while the user's constructor runs. */
  CodeBlock enterableOrNull(String lock, boolean read) {
    String side = side(lock, read);
    String format = side.isEmpty() ? "$N$L" : "$1N == null ? null : $1N$2L";
    return CodeBlock.of(format, field(lock), side);
  }

  /** The call that gives one side of a lock, if it has two. */
  String side(String lock, boolean read) {
    boolean isPlain = model(lock).kind() == LockModel.Kind.PLAIN;
    String side = read ? ".reading()" : ".writeLock()";
    return isPlain ? "" : side;
  }

  // ---- Declaring

  private void add(LockModel lock) {
    String suffix = lock.kind() == LockModel.Kind.KEYED ? "Keys" : "Lock";
    String name = lock.name().isEmpty() ? "own" + suffix : Text.ending(lock.name(), suffix);
    String field = declared.field(type(lock), name);
    fields.put(lock.name(), field);
    scope.shared(lock.name()).ifPresent(resource -> shared.put(field, resource));
  }

  private void addSet(GuardedModel method) {
    method
        .hold()
        .filter(HoldModel::isOwn)
        .filter(hold -> hold.locks().size() > 1)
        .map(LockFields::key)
        .ifPresent(together -> sets.computeIfAbsent(together, this::newSet));
  }

  private String newSet(LockSet together) {
    String name =
        together.names().stream().map(Text::capitalized).collect(Collectors.joining("And"));
    String suffix = together.read() ? "ReadLocks" : "Locks";
    String field = declared.field(MONITORS, Text.uncapitalized(name) + suffix);
    if (together.names().stream().map(this::field).anyMatch(shared::containsKey)) {
      sharedSets.add(field);
    }
    return field;
  }

  private static LockSet key(HoldModel hold) {
    return new LockSet(new TreeSet<>(hold.names()), hold.read());
  }
}
