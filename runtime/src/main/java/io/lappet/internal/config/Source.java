package io.lappet.internal.config;

import io.lappet.spi.ConfigSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A place where values stand under names, which are made of keys in its own way. */
abstract class Source {
  private final String label;

  private Source(String label) {
    this.label = label;
  }

  /** Values in a map; each name is a prefix and the key. */
  static Source of(String label, String prefix, Map<String, String> values) {
    return of(label, key -> prefix + key, values);
  }

  private static Source of(String label, UnaryOperator<String> naming, Map<String, String> values) {
    return new Source(label) {
      @Override
      String name(String key) {
        return naming.apply(key);
      }

      @Override
      @Nullable
      String value(String name) {
        return values.get(name);
      }

      @Override
      Collection<String> names() {
        return values.keySet();
      }
    };
  }

  /** What the user has given. */
  static Source of(ConfigSource given) {
    return new Source(given.name()) {
      @Override
      String name(String key) {
        return key;
      }

      @Override
      @Nullable
      String value(String name) {
        return given.value(name);
      }

      @Override
      Collection<String> names() {
        return given.keys();
      }
    };
  }

  /**
   * Variables of the environment. Few characters can be in their names everywhere: all others are
   * {@code _}, and letters are capital.
   */
  static Source ofEnvironment(String prefix, Map<String, String> variables) {
    Map<String, String> values = new TreeMap<>();
    variables.forEach((name, value) -> values.put(capital(name), value));
    return of("environment variable", key -> prefix + capital(key), values);
  }

  private static String capital(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** The name under which the value of {@code key} stands; of a part of a key, the same part. */
  abstract String name(String key);

  /** The value; null if there is none. */
  abstract @Nullable String value(String name);

  /** The names that have a value, as far as they are known. */
  abstract Collection<String> names();

  /** A name as people find it. */
  String place(String name) {
    return label + " " + name;
  }
}
