package io.lappet.benchmarks.calls;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Virtual threads, for sources that are compiled for 17. */
final class VirtualThreads {
  private static final MethodHandle START = find();

  private VirtualThreads() {}

  static void start(Runnable body) {
    try {
      Thread started = (Thread) START.invokeExact(body);
      assert started != null;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle find() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Virtual threads need JDK 21", e);
    }
  }
}
