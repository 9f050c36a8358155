package io.lappet.spi;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place where values for elements of annotations stand: keys are {@code
 * <component>.<member>.<element>}, for instance {@code LogPipeline.parse.concurrency}, with {@code *}
 * for any component. One of a container may be {@code key -> environment.getProperty("lappet." +
 * key)}.
 *
 * <p>It is asked while objects are made, by the threads that make them, and not afterwards: a value
 * that changes is found by the objects that are made later.
 */
@FunctionalInterface
public interface ConfigSource {
  /** The value of {@code key}; null if it has none here. What it throws reaches who makes the object. */
  @Nullable
  String value(String key);

  /**
   * The keys that have a value, as far as they are known here. Those that mean nothing fail the start
   * of a fabric; a source that cannot list its keys returns none, and lets slips of the pen pass.
   */
  default Set<String> keys() {
    return Set.of();
  }

  /** What messages call it. */
  default String name() {
    return "builder";
  }

  /**
   * A source with these values, which are copied.
   *
   * @throws NullPointerException if a key or a value is null
   */
  static ConfigSource of(Map<String, String> values) {
    Map<String, String> copy = Map.copyOf(values);
    return new ConfigSource() {
      @Override
      public @Nullable String value(String key) {
        return copy.get(key);
      }

      @Override
      public Set<String> keys() {
        return copy.keySet();
      }
    };
  }
}
