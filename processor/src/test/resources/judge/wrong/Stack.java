// LAP224
package stack;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Two stacks that are moved onto each other. */
public abstract class Stack<E> {
  private final List<E> items = new ArrayList<>();

  @Synchronized
  public void push(E item) {
    items.add(item);
  }

  @Synchronized
  public E pop() {
    return items.isEmpty() ? null : items.remove(items.size() - 1);
  }

  @Synchronized // here
  public int moveTo(Stack<? super E> other) { // here
    int moved = 0;
    for (E item; (item = pop()) != null; moved++) {
      other.push(item); // here
    }
    return moved;
  }
}
