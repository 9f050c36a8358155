package reports;

import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.util.ArrayList;
import java.util.List;

/** A task of a lane waits for tasks of the same lane: who waits runs what nobody has begun. */
public abstract class Books {
  public record Chapter(String title, List<Chapter> parts) {}

  @Limit(permits = 2)
  abstract Lane pages();

  Integer count(Chapter chapter) {
    List<Task<Integer>> parts = new ArrayList<>();
    for (Chapter part : chapter.parts()) {
      parts.add(countAsync(part));
    }
    int sum = chapter.title().length();
    for (Task<Integer> part : parts) {
      sum += part.join();
    }
    return sum;
  }

  @Async(lane = "pages")
  public abstract Task<Integer> countAsync(Chapter chapter);
}
