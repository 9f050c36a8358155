package retry;

import io.lappet.Channel;
import io.lappet.annotation.Woven;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was refused still belongs to the sender, however it was told so. */
@Woven
public abstract class Retry {
  private final Deque<List<String>> backlog = new ArrayDeque<>();

  public abstract Channel<List<String>> batches();

  abstract Channel<List<String>> late();

  public void stored(String line) {
    List<String> batch = new ArrayList<>(List.of(line));
    boolean isSent = batches().trySend(batch);
    if (!isSent) {
      batch.add("again");
      backlog.add(batch);
    }
  }

  public int helped(String line, boolean isClosed) {
    List<String> batch = new ArrayList<>(List.of(line));
    if (isClosed || !offer(batch)) {
      batch.add("again");
    }
    return line.length();
  }

  private boolean offer(List<String> batch) {
    if (batch.size() > 10) {
      return false;
    }
    return batches().trySend(batch) || late().trySend(batch);
  }

  public boolean refused(String line) {
    List<String> batch = new ArrayList<>(List.of(line));
    boolean isRefused = isRefused(batch);
    if (isRefused) {
      batch.clear();
    }
    return isRefused;
  }

  private boolean isRefused(List<String> batch) {
    return !batches().trySend(batch);
  }

  public int chosen(String line, int urgency) throws InterruptedException {
    List<String> batch = new ArrayList<>(List.of(line));
    return switch (urgency) {
      case 0 -> {
        batch.add("later");
        yield batch.size();
      }
      case 1 -> {
        batches().send(batch);
        yield 1;
      }
      default -> {
        batch.clear();
        yield 0;
      }
    };
  }

  public List<String> next() throws InterruptedException {
    return late().tryReceive().orElse(batches().receive());
  }
}
