package pages;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is packed into a message is copied: by the record, or before. */
public abstract class Pages {
  record Page(int number, List<String> lines) {
    Page {
      lines = List.copyOf(lines);
    }
  }

  record Sheet(List<String> lines) {}

  abstract Channel<Page> pages();

  abstract Channel<Sheet> sheets();

  public void print(Iterator<String> text) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    int number = 0;
    while (text.hasNext()) {
      lines.add(text.next());
      if (lines.size() == 60) {
        pages().send(new Page(++number, lines));
        sheets().send(new Sheet(List.copyOf(lines)));
        lines.clear();
      }
    }
    List<String> rest = lines;
    sheets().send(new Sheet(rest));
    System.out.println(rest.size() + " lines left");
  }

  @Consumer(from = "pages")
  void set(Page page) {
    page.lines().forEach(System.out::println);
  }

  @Consumer(from = "sheets")
  void keep(Sheet sheet) {
    System.out.println(sheet);
  }
}
