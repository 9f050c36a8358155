package io.lappet.processor.body.read;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the methods of the JDK and of our runtime. */
final class Library {
  private static final Set<String> HANDLES = Set.of(
      "Fabric",
      "Lane",
      "TaskGroup",
      "Task",
      "Gate",
      "Channel",
      "Sender",
      "Receiver",
      "ChannelView",
      "Permits",
      "Lease",
      "Delivery",
      "Mutex",
      "Worker",
      "Timer",
      "Barrier",
      "Generator",
      "Yield",
      "Coroutine",
      "ContextKey",
      "Fabric.Builder",
      "FabricListener",
      "TimeSource",
      "Failure");

  /** Names of methods that change a collection, map, builder or array of the JDK. */
  static final Set<String> MUTATORS = Set.of(
      "add",
      "addAll",
      "addFirst",
      "addLast",
      "addElement",
      "append",
      "clear",
      "compute",
      "computeIfAbsent",
      "computeIfPresent",
      "delete",
      "deleteCharAt",
      "drainTo",
      "insert",
      "insertElementAt",
      "merge",
      "offer",
      "offerFirst",
      "offerLast",
      "poll",
      "pollFirst",
      "pollLast",
      "pop",
      "push",
      "put",
      "putAll",
      "putFirst",
      "putIfAbsent",
      "putLast",
      "remove",
      "removeAll",
      "removeFirst",
      "removeIf",
      "removeLast",
      "replace",
      "replaceAll",
      "retainAll",
      "reverse",
      "set",
      "setCharAt",
      "setLength",
      "sort");

  private static final Set<String> EACH =
      Set.of("forEach", "forEachRemaining", "removeIf", "replaceAll", "setAll");

  private static final Set<String> VIEWS = Set.of(
      "descendingKeySet",
      "descendingMap",
      "descendingSet",
      "entrySet",
      "headMap",
      "headSet",
      "keySet",
      "navigableKeySet",
      "reversed",
      "subList",
      "subMap",
      "subSet",
      "tailMap",
      "tailSet",
      "values");

  /** Types whose calls wait, with the methods that do, and how a message says it. */
  private static final Map<String, Map<String, String>> WAITS = Map.ofEntries(
      Map.entry("java.lang.Thread", Map.of("sleep", "sleeps", "join", "waits for a thread")),
      Map.entry("java.lang.Object", Map.of("wait", "waits to be notified")),
      Map.entry("java.util.concurrent.TimeUnit", Map.of("sleep", "sleeps")),
      Map.entry("java.util.concurrent.CountDownLatch", Map.of("await", "waits for a latch")),
      Map.entry("java.util.concurrent.CyclicBarrier", Map.of("await", "waits at a barrier")),
      Map.entry(
          "java.util.concurrent.Phaser",
          Map.of(
              "arriveAndAwaitAdvance", "waits at a phaser", "awaitAdvance", "waits at a phaser")),
      Map.entry("java.util.concurrent.Exchanger", Map.of("exchange", "waits for an exchange")),
      Map.entry("java.util.concurrent.Semaphore", Map.of("acquire", "waits for a semaphore")),
      Map.entry("java.util.concurrent.Future", Map.of("get", "waits for a result")),
      Map.entry(
          "java.util.concurrent.CompletableFuture",
          Map.of("get", "waits for a result", "join", "waits for a result")),
      Map.entry(
          "java.util.concurrent.BlockingQueue",
          Map.of("take", "waits for a queue", "put", "waits for a queue")),
      Map.entry(
          "java.util.concurrent.ExecutorService",
          Map.of("awaitTermination", "waits for an executor", "invokeAll", "waits for tasks")),
      Map.entry("java.util.concurrent.locks.LockSupport", Map.of("park", "parks")),
      Map.entry(
          "io.lappet.Fabric",
          Map.of("sleep", "sleeps", "join", "waits for the fabric", "map", "waits for tasks")),
      Map.entry("io.lappet.Worker", Map.of("join", "waits for a worker")),
      Map.entry("io.lappet.Barrier", Map.of("await", "waits at a barrier")),
      Map.entry("io.lappet.Lane", Map.of("map", "waits for tasks", "close", "waits for tasks")));

  /** Names of methods that change an atomic value. */
  private static final Set<String> ATOMIC_MUTATORS = Set.of(
      "accumulate",
      "accumulateAndGet",
      "addAndGet",
      "compareAndExchange",
      "compareAndSet",
      "decrement",
      "decrementAndGet",
      "getAndAccumulate",
      "getAndAdd",
      "getAndDecrement",
      "getAndIncrement",
      "getAndSet",
      "getAndUpdate",
      "increment",
      "incrementAndGet",
      "lazySet",
      "reset",
      "sumThenReset",
      "updateAndGet");

  /** Types of the JDK that keep what they are at in themselves, with the methods that do. */
  private static final Map<String, Set<String>> STATEFUL = Map.of(
      "java.text.SimpleDateFormat", Set.of("format", "parse", "applyPattern", "setTimeZone"),
      "java.text.DateFormat", Set.of("format", "parse", "setTimeZone"),
      "java.text.DecimalFormat", Set.of("format", "parse", "applyPattern"),
      "java.text.NumberFormat", Set.of("format", "parse"),
      "java.text.MessageFormat", Set.of("format", "parse", "applyPattern"),
      "java.util.Calendar", Set.of("set", "add", "roll", "clear", "setTime", "setTimeInMillis"),
      "java.util.GregorianCalendar",
          Set.of("set", "add", "roll", "clear", "setTime", "setTimeInMillis"),
      "java.util.regex.Matcher",
          Set.of("find", "matches", "lookingAt", "reset", "replaceAll", "replaceFirst"),
      "java.security.MessageDigest", Set.of("update", "digest", "reset"),
      "java.util.zip.CRC32", Set.of("update", "reset"));

  private Library() {}

  /** Whether values of the class of that full name are for one thread at a time. */
  static boolean isStateful(String type) {
    return STATEFUL.containsKey(type);
  }

  /** Whether a call of {@code method} changes what a value of the JDK of type {@code type} holds. */
  static boolean isMutator(String type, String method) {
    boolean isContainer = type.startsWith("java.util.") || type.equals("java.lang.StringBuilder");
    boolean isAtomic = type.startsWith("java.util.concurrent.atomic.");
    return STATEFUL.getOrDefault(type, Set.of()).contains(method)
        || isContainer
            && (MUTATORS.contains(method) || isAtomic && ATOMIC_MUTATORS.contains(method));
  }

  /** Whether the class of that full name belongs to the JDK. */
  static boolean isOfJdk(String type) {
    return type.startsWith("java.") || type.startsWith("javax.") || type.startsWith("jdk.");
  }

  /** Whether the class of that full name belongs to our runtime. */
  static boolean isOfRuntime(String type) {
    return type.startsWith("io.lappet.")
        && (HANDLES.contains(type.substring("io.lappet.".length()))
            || type.startsWith("io.lappet.gen.")
            || type.startsWith("io.lappet.testing.")
            || type.startsWith("io.lappet.spi."));
  }

  /** Whether the class of that full name belongs to one of them. */
  static boolean knows(String type) {
    return isOfJdk(type) || isOfRuntime(type);
  }

  /** Whether a method of that class runs what it is given before it returns. */
  static boolean runsAtOnce(String type, String method) {
    if (type.startsWith("java.util.concurrent.")) {
      return type.endsWith("Map") || type.startsWith("java.util.concurrent.CopyOnWrite");
    }
    return type.startsWith("java.util.") && !type.startsWith("java.util.Timer")
        || type.equals("java.lang.Iterable")
        || type.equals("java.lang.Comparable");
  }

  /** Whether such a method runs what it is given for each element, as a loop does. */
  static boolean runsForEach(String type, String method) {
    return runsAtOnce(type, method)
        && (type.startsWith("java.util.stream.") || EACH.contains(method));
  }

  /** Whether what {@code method} of a collection gives is a view of it, through which it changes. */
  static boolean isView(String method) {
    return VIEWS.contains(method);
  }

  /** Whether what that method of a collection gives shows it, as long as it is used. */
  static boolean shows(String type, String method) {
    return type.startsWith("java.util.")
        && (isView(method) || Set.of("iterator", "listIterator", "stream").contains(method));
  }

  /** Whether what that method gives shows the collection or array that it is given first. */
  static boolean wraps(String type, String method) {
    return switch (type) {
      case "java.util.Collections" ->
        Set.of("unmodifiable", "synchronized", "checked").stream().anyMatch(method::startsWith);
      case "java.util.Arrays" -> method.equals("asList") || method.equals("stream");
      default -> false;
    };
  }

  /** How a message says that this call waits; null if it does not, or not for anything known here. */
  static @Nullable String verb(String type, String method) {
    return WAITS.getOrDefault(type, Map.of()).get(method);
  }

  /** Whether such a method has a new thread for all that it is given, virtual where there are such. */
  static boolean startsThreads(String type, String method) {
    return type.equals("io.lappet.Fabric")
        || type.equals("io.lappet.TaskGroup")
        || method.equals("startVirtualThread");
  }

  /** Whether a method of that class runs what it is given on another thread. */
  static boolean starts(String type, String method) {
    return switch (type) {
      case "io.lappet.Fabric" ->
        Set.of("submit", "after", "map", "generator", "coroutine").contains(method);
      case "io.lappet.Lane" -> Set.of("submit", "map", "mapAsync").contains(method);
      case "io.lappet.TaskGroup" -> method.equals("fork");
      case "java.lang.Thread", "java.util.Timer" -> true;
      default ->
        type.startsWith("java.util.concurrent.")
            && (type.contains("Execut")
                || type.endsWith("CompletableFuture")
                || type.endsWith("ForkJoinPool"));
    };
  }
}
