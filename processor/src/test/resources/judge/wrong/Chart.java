// LAP214
package chart;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;

/** A builder that is sent, and goes on being built on in the other branch and after it. */
@Woven
public abstract class Chart {
  abstract Sender<StringBuilder> pages();

  public int draw(int[] values) throws InterruptedException {
    StringBuilder page = new StringBuilder();
    for (int value : values) {
      page.append("#".repeat(value)).append('\n');
    }
    switch (values.length) {
      case 0 -> System.out.println("nothing to draw");
      case 1 -> pages().send(page);
      default -> {
        page.append("many");
        pages().send(page);
      }
    }
    page.append("the end"); // here
    return page.length();
  }

  @Consumer(from = "pages")
  void print(StringBuilder page) {
    System.out.println(page);
  }
}
