// LAP214
package rows;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The list is packed into a record, which does not copy it, and goes on being filled. */
public abstract class Rows {
  record Page(int number, List<String> lines) {}

  abstract Channel<Page> pages();

  public void print(Iterator<String> text) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    int number = 0;
    while (text.hasNext()) {
      lines.add(text.next()); // here
      if (lines.size() == 60) {
        pages().send(new Page(++number, lines)); // here
        lines.clear(); // here
      }
    }
  }

  @Consumer(from = "pages")
  void set(Page page) {
    page.lines().forEach(System.out::println);
  }
}
