// as in the producer of Kafka: blocks under one limit of memory, given to who has waited longest
package kafka;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

public abstract class BufferPool {
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private final int blockSize;
  private long unused;
  private boolean closed;

  protected BufferPool(long memory, int blockSize) {
    this.unused = memory;
    this.blockSize = blockSize;
  }

  boolean fits(int size) {
    return closed || size == blockSize && !free.isEmpty() || availableMemory() >= size;
  }

  private long availableMemory() {
    return unused + (long) free.size() * blockSize;
  }

  @Synchronized
  @WaitUntil(value = "fits", timeout = "60s")
  public ByteBuffer allocate(int size) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (size == blockSize && !free.isEmpty()) {
      return free.pollFirst();
    }
    while (unused < size) {
      free.pollLast();
      unused += blockSize;
    }
    unused -= size;
    return ByteBuffer.allocate(size);
  }

  @Synchronized
  public void giveBack(ByteBuffer buffer) {
    if (buffer.capacity() == blockSize) {
      buffer.clear();
      free.addFirst(buffer);
    } else {
      unused += buffer.capacity();
    }
  }

  @Synchronized
  public long available() {
    return availableMemory();
  }

  @Synchronized
  public void close() {
    closed = true;
  }
}
