// LAP105
package ledgers;

import io.lappet.ChannelView;
import io.lappet.annotation.Producer;
import io.lappet.annotation.Shared;
import io.lappet.annotation.Woven;
import java.util.Iterator;
import java.util.List;

/** A shared channel that is filled here, and emptied by nobody in this module. */
public class Ledgers {
  @Shared
  interface Wires {
    ChannelView<String> lines(); // here
  }

  @Woven(uses = Wires.class)
  abstract static class Typist {
    private final Iterator<String> lines;

    protected Typist(List<String> lines) {
      this.lines = lines.iterator();
    }

    @Producer(to = "lines") // here
    String type() { // here
      return lines.hasNext() ? lines.next() : null;
    }
  }
}
