package io.lappet.internal.fabric;

import io.lappet.Worker;
import io.lappet.annotation.ThreadKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Makes threads, and knows what the present one is there for. */
public final class Threads {
  private static final ThreadLocal<@Nullable Job> CURRENT = new ThreadLocal<>();

  /** Weak, so that a thread which once ran a task in place keeps nothing of ours alive. */
  private static final ThreadLocal<@Nullable WeakReference<Helper>> HELPERS = new ThreadLocal<>();

  /**
   * {@code Thread.ofVirtual().inheritInheritableThreadLocals(false).unstarted(Runnable)}, or null
   * before JDK 21.
   */
  private static final @Nullable MethodHandle VIRTUAL = findVirtual();

  /** {@code Thread.isVirtual()}, or null before JDK 21. */
  private static final @Nullable MethodHandle IS_VIRTUAL = findIsVirtual();

  private Threads() {}

  /** The worker whose method the calling thread runs. */
  public static Optional<Worker> currentWorker() {
    Job job = CURRENT.get();
    return job == null ? Optional.empty() : Optional.ofNullable(job.worker());
  }

  static @Nullable Job currentJob() {
    return CURRENT.get();
  }

  static void enter(Job job) {
    CURRENT.set(job);
  }

  static void leave() {
    CURRENT.remove();
  }

  /** As {@link #enter}; returns what the thread was there for before. */
  static @Nullable Job exchange(@Nullable Job job) {
    Job before = CURRENT.get();
    CURRENT.set(job);
    return before;
  }

  /** What the calling thread is there for while it runs a task of {@code fabric} in place. */
  static Job helper(FabricCore fabric) {
    WeakReference<Helper> known = HELPERS.get();
    Helper helper = known == null ? null : known.get();
    if (helper == null || helper.fabric != fabric) {
      helper = new Helper(fabric);
      HELPERS.set(new WeakReference<>(helper));
    }
    return helper;
  }

  /**
   * Makes a thread.
   *
   * @param factory makes it, or null for a thread of {@code kind}
   * @param kind {@code AUTO} means virtual
   * @param daemon whether the JVM may end meanwhile; virtual threads always let it
   */
  static Thread make(
      @Nullable ThreadFactory factory,
      String name,
      ThreadKind kind,
      boolean daemon,
      Runnable body) {
    Thread thread = factory == null ? make(kind, body) : factory.newThread(body);
    if (thread == null) {
      throw new IllegalStateException("The thread factory made no thread for " + name);
    }
    thread.setName(name);
    if (!isVirtual(thread)) {
      thread.setDaemon(daemon);
    }
    return thread;
  }

  private static Thread make(ThreadKind kind, Runnable body) {
    MethodHandle virtual = VIRTUAL;
    if (kind == ThreadKind.PLATFORM || virtual == null) {
      return new Thread(null, body, "", 0, false);
    }
    try {
      return (Thread) virtual.invokeExact(body);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Making a virtual thread failed", e);
    }
  }

  private static boolean isVirtual(Thread thread) {
    MethodHandle isVirtual = IS_VIRTUAL;
    if (isVirtual == null) {
      return false;
    }
    try {
      return (boolean) isVirtual.invokeExact(thread);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Asking a thread whether it is virtual failed", e);
    }
  }

  private static @Nullable MethodHandle findVirtual() {
    if (Runtime.version().feature() < 21) {
      return null;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> builder = lookup.findClass("java.lang.Thread$Builder$OfVirtual");
      MethodHandle make =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder));
      MethodHandle inherit = lookup.findVirtual(
          builder, "inheritInheritableThreadLocals", MethodType.methodType(builder, boolean.class));
      MethodHandle bare =
          MethodHandles.filterReturnValue(make, MethodHandles.insertArguments(inherit, 1, false));
      MethodHandle unstarted = lookup.findVirtual(
          builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class));
      return MethodHandles.collectArguments(unstarted, 0, bare);
    } catch (ReflectiveOperationException e) {
      return null; // a JDK without them; platform threads do
    }
  }

  private static @Nullable MethodHandle findIsVirtual() {
    if (Runtime.version().feature() < 21) {
      return null;
    }
    try {
      return MethodHandles.lookup()
          .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
