package io.lappet.internal.fabric;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A loop whose mailbox has no bound. Nobody waits for anybody, but for the loop itself. */
final class OpenLoop extends LoopCore {
  /*
   * Letters are put on top of each other in one atomic step. The runner takes all of them at once and
   * turns them round. Under the lowest one lies what was there before: null, if the loop was idle, or
   * NONE. So top is null exactly while the loop is idle, and whoever changes that from null starts it.
   */
  private static final Letter NONE = new Nothing();
  private static final VarHandle TOP;

  static {
    try {
      TOP = MethodHandles.lookup().findVarHandle(OpenLoop.class, "top", Letter.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable Letter top; // changed through TOP

  OpenLoop(Component component) {
    super(component);
  }

  @Override
  boolean put(Letter letter, boolean patient) {
    Letter before;
    do {
      before = top;
      letter.next = before;
    } while (!TOP.compareAndSet(this, before, letter));
    return before == null;
  }

  @Override
  @Nullable
  Letter take() {
    return top == NONE ? null : turnedRound((Letter) TOP.getAndSet(this, NONE));
  }

  private static @Nullable Letter turnedRound(@Nullable Letter last) {
    Letter first = null;
    Letter letter = last;
    while (letter != null && letter != NONE) {
      Letter before = letter.next;
      letter.next = first;
      first = letter;
      letter = before;
    }
    return first;
  }

  @Override
  boolean isEmpty() {
    return top == NONE;
  }

  @Override
  boolean rest() {
    return TOP.compareAndSet(this, NONE, null);
  }

  @Override
  boolean rests() {
    return top == null;
  }

  @Override
  void forEach(Consumer<Letter> action) {
    Deque<Letter> others = new ArrayDeque<>();
    for (Letter letter = top; letter != null && letter != NONE; letter = letter.next) {
      others.addFirst(letter);
    }
    others.forEach(action);
  }

  /** What lies in the mailbox of a loop that runs and has no letters. */
  private static final class Nothing extends Letter {
    @Override
    void open(LoopCore.Stint stint) {
      throw new AssertionError();
    }

    @Override
    void refuse(Throwable failure) {
      throw new AssertionError();
    }
  }
}
