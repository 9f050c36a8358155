// LAP214
package edit;

import io.lappet.Channel;
import io.lappet.annotation.Woven;
import java.util.LinkedHashMap;
import java.util.Map;

/** The draft that was offered goes on being edited. */
@Woven
public abstract class Editor {
  static class Draft {
    private final Map<Integer, String> lines = new LinkedHashMap<>();
    private String title = "";

    void title(String text) {
      title = text;
    }

    void line(int number, String text) {
      lines.put(number, text);
    }

    @Override
    public String toString() {
      return title + lines;
    }
  }

  abstract Channel<Draft> drafts();

  public boolean propose(String title, String... lines) {
    Draft draft = new Draft();
    for (int i = 0; i < lines.length; i++) {
      draft.line(i, lines[i]);
    }
    boolean accepted = drafts().trySend(draft);
    if (accepted) {
      draft.title(title); // here
    }
    return accepted;
  }

  public Draft next() throws InterruptedException {
    return drafts().receive();
  }
}
