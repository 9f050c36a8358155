package ring;

/** A plain ring. */
final class Ring {
  private final int[] slots = new int[8];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  void put(int value) {
    slots[count++] = value;
  }

  int take() {
    return slots[--count];
  }
}
