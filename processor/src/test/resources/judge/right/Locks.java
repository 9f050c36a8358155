// locks by hand: try/finally, tryLock, a condition; always in one order
package locks;

import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

@Woven
public abstract class Locks {
  private final Map<String, Integer> left = new HashMap<>();
  private final Map<String, Integer> right = new HashMap<>();

  abstract Mutex leftLock();

  abstract Mutex rightLock();

  public void move(String key) {
    leftLock().lock();
    try {
      rightLock().lock();
      try {
        right.put(key, left.remove(key));
      } finally {
        rightLock().unlock();
      }
    } finally {
      leftLock().unlock();
    }
  }

  @Synchronized(lock = "rightLock")
  public boolean tryBack(String key) throws InterruptedException {
    if (!leftLock().tryLock(10, TimeUnit.MILLISECONDS)) {
      return false;
    }
    try {
      left.put(key, right.remove(key));
      return true;
    } finally {
      leftLock().unlock();
    }
  }

  @Synchronized(lock = "rightLock")
  public int size() {
    return right.size();
  }

  public int both() {
    int sum = size();
    leftLock().lock();
    try {
      sum += left.size();
    } finally {
      leftLock().unlock();
    }
    return sum;
  }
}
