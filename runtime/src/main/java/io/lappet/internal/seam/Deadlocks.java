package io.lappet.internal.seam;

import java.lang.System.Logger.Level;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds threads that wait in a circle for each other's locks, platform and virtual ones alike.
 *
 * <p>Only who has to wait comes here. It notes what it waits for, and then looks: who owns that,
 * what does the owner wait for, who owns that, and so on. The thread that closes a circle is the
 * last to note its wait, so it sees the whole circle, and nobody has to look again later.
 *
 * <p><b>What is found is certain.</b> The walk begins and ends with the calling thread, which gives
 * nothing back while it looks. So the last of the others cannot get what it waits for. That it
 * owned what the one before it waits for <i>while</i> it waited is looked at twice, and so on
 * backwards. Waits with a limit end by themselves and are not noted.
 *
 * <p>This class is thread-safe.
 */
public final class Deadlocks {
  /** How every report of a deadlock begins, here and in tests. */
  public static final String HEADLINE = "Deadlock: these threads wait for each other's locks";

  private static final int FARTHEST = 1_000;

  /** Of all fabrics: a circle may go through several. */
  private static final ConcurrentMap<Thread, Wait> WAITING = new ConcurrentHashMap<>();

  private final Consumer<String> told;

  /** What a thread waits for until its owner gives it back. Its text names it and its owner. */
  public interface Obstacle {
    /** Who owns it; null if nobody does, or that cannot be said now. */
    @Nullable
    Thread owner();
  }

  private record Wait(Thread waiter, Obstacle obstacle, AtomicBoolean told) {}

  /**
   * Makes a finder.
   *
   * @param told is called once with the text for each circle, by the thread that closes it, with no
   *     lock of the runtime held
   */
  public Deadlocks(Consumer<String> told) {
    this.told = told;
  }

  /** Tells of a deadlock in the log. */
  public static void log(String text) {
    System.getLogger("io.lappet").log(Level.ERROR, text);
  }

  /** The calling thread is about to wait for {@code obstacle} until it gets it. */
  public void waitsFor(Obstacle obstacle) {
    Wait mine = new Wait(Thread.currentThread(), obstacle, new AtomicBoolean());
    WAITING.put(mine.waiter, mine);
    VarHandle.fullFence(); // of two who close a circle at once, one sees what the other has noted
    List<Wait> circle = circle(mine);
    if (!circle.isEmpty() && isNews(circle)) {
      told.accept(text(circle));
    }
  }

  /** The calling thread waits no longer. */
  public void waitsNoLonger() {
    WAITING.remove(Thread.currentThread());
  }

  /** The waits from {@code mine} to one for what the same thread owns; empty if there is no such. */
  private static List<Wait> circle(Wait mine) {
    List<Wait> circle = new ArrayList<>();
    Wait wait = mine;
    while (circle.size() < FARTHEST) {
      circle.add(wait);
      Thread owner = wait.obstacle.owner();
      if (owner == mine.waiter) {
        return circle.size() > 1 ? circle : List.of(); // who owns it re-enters
      }
      Wait next = owner == null ? null : WAITING.get(owner);
      // Owned before and after its wait was seen, and it is the same wait: so it owns it in the
      // wait.
      if (next == null || wait.obstacle.owner() != owner || WAITING.get(owner) != next) {
        return List.of();
      }
      wait = next;
    }
    return List.of();
  }

  /** Whether nobody has told of it; two may close a circle at the same time. */
  private static boolean isNews(List<Wait> circle) {
    Wait first =
        circle.stream().min((a, b) -> Long.compare(id(a.waiter), id(b.waiter))).orElseThrow();
    return first.told.compareAndSet(false, true);
  }

  @SuppressWarnings("deprecation") // threadId() came with JDK 19
  private static long id(Thread thread) {
    return thread.getId();
  }

  private static String text(List<Wait> circle) {
    StringBuilder text = new StringBuilder("[deadlock] ").append(HEADLINE).append(".\n");
    for (Wait wait : circle) {
      text.append(wait.waiter.getName())
          .append(" waits for ")
          .append(wait.obstacle)
          .append('\n')
          .append(CallStack.of(wait.waiter.getStackTrace()));
    }
    return text.append("Take them in one order everywhere. (LAP305)").toString();
  }
}
