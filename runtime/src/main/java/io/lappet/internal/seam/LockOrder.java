package io.lappet.internal.seam;

import io.lappet.internal.seam.HeldLocks.Held;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Learns in which order the locks of one fabric are taken, and tells of the first step against it,
 * though no thread has to wait.
 *
 * <p>The order is one of {@linkplain LockNode nodes}: an example of two accounts stands for all
 * accounts. Several locks of one node have an order of their own, that of the objects; there a step
 * is against it only if the same two objects were taken the other way round. What is taken together
 * has no order among itself, and a try or a wait with a limit makes no step: it gives way by itself.
 *
 * <p>This class is thread-safe.
 */
public final class LockOrder {
  private static final int MOST_PAIRS = 1_024;
  private static final StackWalker CALLERS =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /**
   * A step against the order.
   *
   * @param text says which, with the stack of each step of the circle
   * @param onlyReads whether all are held to read; then it takes writers in between to wait for ever
   */
  public record Contradiction(String text, boolean onlyReads) {}

  private record Key(Class<?> owner, String name) {}

  private record Pair(Object outer, Object inner) {}

  /** Who took what while it held what. */
  private record Step(
      LockNode outer,
      LockNode inner,
      boolean readsOnly,
      String locks,
      String thread,
      Throwable at) {
    String text(int number) {
      return number + ") " + locks + ", by " + thread + "\n" + CallStack.of(at.getStackTrace());
    }
  }

  /** A node that was reached from the one that is being taken, and how. */
  private record Reached(
      LockNode node,
      boolean written,
      @Nullable Reached from,
      @Nullable Step by) {}

  private final Consumer<Contradiction> sink;
  private final ThreadLocal<HeldLocks> held = ThreadLocal.withInitial(HeldLocks::new);
  private final ReentrantLock state = new ReentrantLock();
  private final Map<Key, LockNode> nodes = new HashMap<>(); // guarded by state
  private final Map<LockNode, List<Step>> steps = new HashMap<>(); // guarded by state
  private final Map<Pair, Step> pairs = new HashMap<>(); // guarded by state
  private final Set<Class<?>> users = ConcurrentHashMap.newKeySet();
  private final Set<LockNode> toldOfPairs = new HashSet<>(); // guarded by state

  /**
   * Makes one that has learnt nothing.
   *
   * @param sink is told of each contradiction once, before the lock is taken and with no lock of the
   *     runtime held. What it throws keeps the lock from being taken.
   */
  public LockOrder(Consumer<Contradiction> sink) {
    this.sink = sink;
  }

  /**
   * The node of a lock that is being made.
   *
   * @param name its full name, for instance {@code Account#2.balance}
   */
  public LockNode node(String name) {
    Class<?> owner = see(1).get(0);
    String member = name.substring(name.lastIndexOf('.') + 1);
    String label = name.replaceFirst("#\\d+", "");
    state.lock();
    try {
      return nodes.computeIfAbsent(
          new Key(owner, member), key -> new LockNode(nodes.size(), label));
    } finally {
      state.unlock();
    }
  }

  /**
   * Notes, and returns, the classes whose code has called us: they take locks of this order.
   *
   * @param deep how many, the nearest first
   */
  public List<Class<?>> see(int deep) {
    List<Class<?>> callers = CALLERS.walk(frames -> frames
        .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
        .filter(type -> !isOurs(type))
        .distinct()
        .limit(deep)
        .toList());
    users.addAll(callers);
    return callers.isEmpty() ? List.of(LockOrder.class) : callers;
  }

  /** The classes that were noted so far. */
  public Set<Class<?>> users() {
    return Set.copyOf(users);
  }

  private static boolean isOurs(Class<?> type) {
    String name = type.getName();
    return name.startsWith("io.lappet.internal.") || name.startsWith("io.lappet.gen.");
  }

  // ---- the moves of a thread

  /**
   * The calling thread is about to take {@code lock}.
   *
   * @param reads whether only to read
   * @param waits whether it waits until it gets it
   */
  public void taking(Holdable lock, boolean reads, boolean waits) {
    HeldLocks mine = held.get();
    mine.dropGivenBack();
    if (waits && !mine.has(lock)) {
      mine.before(lock).forEach(outer -> step(outer, lock, reads));
    }
  }

  /** The calling thread has taken {@code lock}. */
  public void taken(Holdable lock, boolean reads) {
    held.get().add(lock, reads);
  }

  /** The calling thread, which has {@code lock}, is about to give it up and to take it again. */
  public void retaking(Holdable lock) {
    HeldLocks mine = held.get();
    mine.dropGivenBack();
    if (mine.has(lock)) {
      mine.after(lock).forEach(outer -> step(outer, lock, false));
    }
  }

  /** What the calling thread takes from now on it takes together, in the one global order. */
  public void beginTogether() {
    HeldLocks mine = held.get();
    mine.dropGivenBack();
    mine.beginTogether();
  }

  /** Everything that is taken together has been. */
  public void endTogether() {
    held.get().endTogether();
  }

  // ---- learning

  private void step(Held outer, Holdable inner, boolean reads) {
    boolean readsOnly = outer.reads() && reads;
    LockNode from = outer.lock().node();
    LockNode to = inner.node();
    if (from == to) {
      if (!readsOnly) {
        learnPair(outer, inner, from);
      }
    } else if (!from.isKnownBefore(to, readsOnly)) {
      learn(outer, inner, readsOnly);
    }
  }

  private void learn(Held outer, Holdable inner, boolean readsOnly) {
    LockNode from = outer.lock().node();
    Step step = made(outer, inner, readsOnly);
    Contradiction found;
    state.lock();
    try {
      if (from.isKnownBefore(step.inner, readsOnly)) {
        return; // another thread was faster
      }
      from.addBefore(step.inner, readsOnly);
      List<Step> way = way(step, true);
      boolean onlyReads = way.isEmpty() && readsOnly;
      if (onlyReads) {
        way = way(step, false);
      }
      if (way.isEmpty()) {
        steps.computeIfAbsent(from, node -> new ArrayList<>()).add(step);
        return;
      }
      found = new Contradiction(text(way, step), onlyReads); // and is no part of the order
    } finally {
      state.unlock();
    }
    sink.accept(found);
  }

  private void learnPair(Held outer, Holdable inner, LockNode node) {
    Pair pair = new Pair(outer.identity(), inner.identity());
    Contradiction found;
    state.lock();
    try {
      if (pairs.containsKey(pair) || toldOfPairs.contains(node) || pairs.size() >= MOST_PAIRS) {
        return;
      }
      Step step = made(outer, inner, false);
      pairs.put(pair, step);
      Step other = pairs.get(new Pair(pair.inner, pair.outer));
      if (other == null) {
        return;
      }
      toldOfPairs.add(node);
      found = new Contradiction(text(List.of(other), step), false);
    } finally {
      state.unlock();
    }
    sink.accept(found);
  }

  private static Step made(Held outer, Holdable inner, boolean readsOnly) {
    return new Step(
        outer.lock().node(),
        inner.node(),
        readsOnly,
        named(outer.lock()) + ", then " + named(inner),
        Thread.currentThread().getName(),
        new Throwable("a step in the order of locks"));
  }

  private static String named(Holdable lock) {
    return lock instanceof NamedLock named ? "\"" + named.name() + "\"" : lock.toString();
  }

  /** The shortest way of known steps from what {@code last} takes to what it holds. */
  private List<Step> way(Step last, boolean written) {
    assert state.isHeldByCurrentThread();
    Set<Object> seen = new HashSet<>();
    Deque<Reached> open = new ArrayDeque<>();
    open.add(new Reached(last.inner, !written || !last.readsOnly, null, null));
    while (!open.isEmpty()) {
      Reached at = open.remove();
      if (at.node == last.outer && at.written) {
        return stepsTo(at);
      }
      for (Step step : steps.getOrDefault(at.node, List.of())) {
        Reached next = new Reached(step.inner, at.written || !step.readsOnly, at, step);
        if (seen.add(List.of(next.node, next.written))) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Step> stepsTo(Reached last) {
    List<Step> way = new ArrayList<>();
    for (Reached at = last; at != null && at.by != null; at = at.from) {
      way.add(at.by);
    }
    Collections.reverse(way);
    return way;
  }

  private static String text(List<Step> way, Step last) {
    List<Step> circle = new ArrayList<>(way);
    circle.add(last);
    String chain = circle.stream()
        .map(step -> step.outer.label())
        .collect(Collectors.joining(" -> ", "", " -> " + circle.get(0).outer.label()));
    StringBuilder text = new StringBuilder("[order-watch] Locks are taken in a circle, so threads"
        + " can wait for each other for ever: "
        + chain
        + ".\n");
    for (int i = 0; i < circle.size(); i++) {
      text.append(circle.get(i).text(i + 1));
    }
    return text.append("Take them in one order everywhere, or take both at once, with"
            + " lock = {\"..\", \"..\"}. (LAP304)")
        .toString();
  }
}
