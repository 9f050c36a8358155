package io.lappet.internal.config;

import io.lappet.WiringException;
import io.lappet.spi.ConfigSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is configured for a fabric. Where it stands is looked up when somebody first asks, and once:
 * what the builder was given, then system properties, the environment, and a file. The first of them
 * that has a value counts; in one of them what is said of the component counts before what is said of
 * any.
 */
public final class Configuration {
  private final @Nullable ConfigSource given;
  private final boolean isProgram;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Key> known = ConcurrentHashMap.newKeySet(); // that somebody has asked for
  private volatile @Nullable List<Source> sources; // written with lock; null until somebody asks

  /**
   * Looks nothing up yet.
   *
   * @param given what the builder was given
   * @param isProgram whether what is configured for the whole program counts too, which would make
   *     tests depend on where they run
   */
  public Configuration(@Nullable ConfigSource given, boolean isProgram) {
    this.given = given;
    this.isProgram = isProgram;
  }

  /**
   * What is configured for a member of a component; null if nothing is configured at all. What is asked
   * of it can be configured, from then on.
   */
  public @Nullable Tuning of(String component, String member) {
    return sources().isEmpty() ? null : new Tuning(this, component, member, true);
  }

  /** The same, by the full name of the member. */
  public @Nullable Tuning of(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? null : of(name.substring(0, dot), name.substring(dot + 1));
  }

  /** The same for one that only wants to know what somebody else is going to ask. */
  public @Nullable Tuning hint(String component, String member) {
    return sources().isEmpty() ? null : new Tuning(this, component, member, false);
  }

  /**
   * Refuses what is said of a known component and was not asked for.
   *
   * @throws WiringException if there is any; it names all of it, and what is valid
   */
  public void requireKnown() {
    if (!sources().isEmpty()) {
      List<String> faults = new Strangers(known).in(sources());
      if (!faults.isEmpty()) {
        throw new WiringException(String.join("\n", faults));
      }
    }
  }

  /** What is said of {@code key}; null if nothing. */
  @Nullable
  Setting find(Key key) {
    for (Source source : sources()) {
      for (Key written : List.of(key, key.ofAny())) {
        String name = source.name(written.toString());
        String value = source.value(name);
        if (value != null) {
          return new Setting(key, value.strip(), source.place(name));
        }
      }
    }
    return null;
  }

  void know(Key key) {
    known.add(key);
  }

  private List<Source> sources() {
    List<Source> present = sources;
    return present == null ? lookUp() : present;
  }

  private List<Source> lookUp() {
    lock.lock();
    try {
      List<Source> present = sources;
      if (present == null) {
        present = new ArrayList<>();
        if (given != null) {
          present.add(Source.of(given));
        }
        if (isProgram) {
          Sources.addOfProgram(present);
        }
        sources = present;
      }
      return present;
    } finally {
      lock.unlock();
    }
  }
}
