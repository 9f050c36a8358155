// LAP209
package vault;

import io.lappet.annotation.Synchronized;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.Map;

/** A promise in an annotation, and one method that breaks it. */
public abstract class Vault {
  @Retention(RetentionPolicy.CLASS)
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("secrets")
  private final Map<String, char[]> secrets = new HashMap<>();

  @GuardedBy("secrets")
  private int failures;

  @Synchronized(lock = "secrets")
  public void put(String name, char[] secret) {
    secrets.put(name, secret.clone());
  }

  @Synchronized(lock = "secrets")
  public char[] get(String name) {
    char[] secret = secrets.get(name);
    if (secret == null) {
      failures++;
      throw new IllegalArgumentException(name);
    }
    return secret.clone();
  }

  public String toString() {
    return "vault with " + failures + " failures"; // here
  }
}
