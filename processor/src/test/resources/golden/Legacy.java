package app;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.PeriodicTimer;
import java.io.Serializable;
import java.util.List;

/** What javac would warn of in the generated class is what the user has seen or silenced. */
@Deprecated
@SuppressWarnings({"serial", "rawtypes", "try", "deprecation"})
public abstract class Legacy implements Serializable, AutoCloseable {
  @SafeVarargs
  protected Legacy(List<String>... lists) {}

  @Deprecated
  protected Legacy(List raw) {}

  @Deprecated
  @PeriodicTimer(every = "1s")
  void tick() {}

  @Synchronized
  List raw(List raw) {
    return raw;
  }

  @Synchronized
  @Deprecated
  public void old() {}

  @Synchronized
  @SuppressWarnings("unchecked")
  void many(List<String>... lists) {}

  @Synchronized
  void plain(String... texts) {}

  @Override
  public void close() throws Exception {}
}
