package mailer;

import io.lappet.Task;
import io.lappet.annotation.Limit;
import java.util.ArrayList;
import java.util.List;

/** The import of the wrong Async comes by itself: it is in this package. */
public abstract class Newsletter {
  private final List<String> readers;

  protected Newsletter(List<String> readers) {
    this.readers = List.copyOf(readers);
  }

  @Limit(permits = 4)
  int mail(String reader, String text) {
    System.out.println(reader + ": " + text);
    return text.length();
  }

  @Async // here
  abstract Task<Integer> mailAsync(String reader, String text); // here

  public int mailAll(String text) {
    List<Task<Integer>> all = new ArrayList<>();
    for (String reader : readers) {
      all.add(mailAsync(reader, text));
    }
    return all.stream().mapToInt(Task::join).sum();
  }
}
