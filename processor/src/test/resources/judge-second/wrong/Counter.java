// LAP001
package web;

import io.lappet.annotation.Synchronized;

/** A class of which anybody makes objects without locks. */
public class Counter { // here
  private long hits;
  private long bots;

  @Synchronized // here
  public void hit(String agent) { // here
    hits++;
    if (agent.contains("bot")) {
      bots++;
    }
  }

  public static void main(String[] args) {
    Counter counter = new Counter();
    counter.hit(String.join(" ", args));
    System.out.println(counter.hits + " " + counter.bots);
  }
}
