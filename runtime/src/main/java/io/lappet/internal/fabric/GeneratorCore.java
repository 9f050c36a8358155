package io.lappet.internal.fabric;

import io.lappet.Generator;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that is resumed with nothing: its values are those that it suspends with.
 *
 * @param <T> the type of the values
 */
final class GeneratorCore<T extends @Nullable Object> implements Generator<T> {
  private final CoroutineCore<@Nullable Void, T> body;

  GeneratorCore(CoroutineCore<@Nullable Void, T> body) {
    this.body = body;
  }

  @Override
  public boolean hasNext() {
    return body.hasNext();
  }

  @Override
  public T next() {
    return body.next();
  }

  @Override
  public void close() {
    body.close();
  }

  @Override
  public String toString() {
    return body.toString();
  }
}
