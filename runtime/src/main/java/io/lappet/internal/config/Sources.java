package io.lappet.internal.config;

import io.lappet.WiringException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds what is configured for the whole program. */
final class Sources {
  private static final String PREFIX = "lappet.";
  private static final String VARIABLES = "LAPPET_";
  private static final String FILE = "lappet.properties";

  private Sources() {}

  /** Adds what there is: system properties, then the environment, then the file. */
  static void addOfProgram(List<Source> all) {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      String value = name.startsWith(PREFIX) ? System.getProperty(name) : null;
      if (value != null) {
        properties.put(name, value);
      }
    }
    if (!properties.isEmpty()) {
      all.add(Source.of("system property", PREFIX, properties));
    }
    Map<String, String> variables = new HashMap<>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().startsWith(VARIABLES)) {
        variables.put(variable.getKey(), variable.getValue());
      }
    }
    if (!variables.isEmpty()) {
      all.add(Source.ofEnvironment(VARIABLES, variables));
    }
    Map<String, String> file = file();
    if (!file.isEmpty()) {
      all.add(Source.of(FILE, "", file));
    }
  }

  private static Map<String, String> file() {
    try (InputStream in = open()) {
      return in == null ? Map.of() : read(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new WiringException(FILE + " on the class path cannot be read: " + e.getMessage());
    }
  }

  private static @Nullable InputStream open() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null
        ? ClassLoader.getSystemResourceAsStream(FILE)
        : loader.getResourceAsStream(FILE);
  }

  private static Map<String, String> read(InputStream in) throws IOException {
    Properties properties = new Properties();
    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, String> values = new HashMap<>();
    properties.forEach((name, value) -> values.put((String) name, (String) value));
    return values;
  }
}
