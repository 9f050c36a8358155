// gate lock: both orders, but always under one common outer lock
package stock;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

public abstract class GateLock {
  private final Map<String, Integer> here = new HashMap<>();
  private final Map<String, Integer> there = new HashMap<>();

  abstract Mutex hereLock();

  abstract Mutex thereLock();

  @Synchronized(lock = "moving")
  public void send(String article, int amount) {
    hereLock().lock();
    try {
      here.merge(article, -amount, Integer::sum);
      thereLock().lock();
      try {
        there.merge(article, amount, Integer::sum);
      } finally {
        thereLock().unlock();
      }
    } finally {
      hereLock().unlock();
    }
  }

  @Synchronized(lock = "moving")
  public void fetch(String article, int amount) {
    thereLock().lock();
    try {
      there.merge(article, -amount, Integer::sum);
      addHere(article, amount);
    } finally {
      thereLock().unlock();
    }
  }

  private void addHere(String article, int amount) {
    hereLock().lock();
    try {
      here.merge(article, amount, Integer::sum);
    } finally {
      hereLock().unlock();
    }
  }
}
