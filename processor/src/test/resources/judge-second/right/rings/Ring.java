package rings;

/** A plain ring. */
public class Ring {
  private final int[] slots = new int[8];
  private int count;

  public boolean isEmpty() {
    return count == 0;
  }

  public void put(int value) {
    slots[count++] = value;
  }

  public int take() {
    return slots[--count];
  }
}
