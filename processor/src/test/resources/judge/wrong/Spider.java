// LAP101
package spider;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A page has links to further pages, which its consumer sends to its own channel by hand. */
public abstract class Spider {
  interface Web {
    List<String> links(String page);
  }

  private final Web web;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  protected Spider(Web web) {
    this.web = web;
  }

  @ChannelSpec(capacity = 100)
  abstract Channel<String> pages(); // here

  @Consumer(from = "pages", concurrency = 4) // here
  void visit(String page) throws InterruptedException { // here
    for (String link : web.links(page)) {
      follow(link); // here
    }
  }

  private void follow(String link) throws InterruptedException {
    if (seen.add(link)) {
      pages().send(link); // here
    }
  }

  public void start(String root) throws InterruptedException {
    follow(root);
    pages().awaitIdle();
  }
}
