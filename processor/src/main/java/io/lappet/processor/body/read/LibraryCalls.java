package io.lappet.processor.body.read;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Calls of the JDK and of our runtime that matter to loops and guards. */
final class LibraryCalls {
  private static final Set<String> OF_CHANCE =
      Set.of("java.util.Random", "java.util.Scanner", "java.util.SplittableRandom");

  private static final Set<String> PURE = Set.of(
      "java.lang.Boolean",
      "java.lang.CharSequence",
      "java.lang.Character",
      "java.lang.Comparable",
      "java.lang.Double",
      "java.lang.Enum",
      "java.lang.Integer",
      "java.lang.Iterable",
      "java.lang.Long",
      "java.lang.Math",
      "java.lang.Object",
      "java.lang.String",
      "java.lang.StringBuilder",
      "java.time.Duration");

  private static final String CLOCK = "the clock";

  /** What can be asked for and changes by itself, or by others who hold no lock of ours. */
  private static final Map<String, Map<String, String>> OUTSIDE = Map.ofEntries(
      all("java.lang.System", CLOCK, "nanoTime", "currentTimeMillis"),
      all("java.time.Instant", CLOCK, "now"),
      all("java.time.LocalDate", CLOCK, "now"),
      all("java.time.LocalTime", CLOCK, "now"),
      all("java.time.LocalDateTime", CLOCK, "now"),
      all("java.time.ZonedDateTime", CLOCK, "now"),
      all("java.time.OffsetDateTime", CLOCK, "now"),
      all("java.time.Clock", CLOCK, "instant", "millis"),
      all("io.lappet.TimeSource", CLOCK, "now", "nanos"),
      all("io.lappet.ChannelView", "a channel", "depth", "unfinished", "isClosed", "stats"),
      all("io.lappet.Gate", "a gate", "isOpen"),
      all("io.lappet.Permits", "permits", "available", "inUse"),
      all("io.lappet.Lane", "a lane", "running", "queued"),
      all("io.lappet.Worker", "a worker", "state", "isAlive", "isStopping", "handled"),
      all("io.lappet.Task", "a task", "isRunning"),
      all("java.util.concurrent.Future", "a task", "isDone", "isCancelled"),
      all("java.util.concurrent.CompletableFuture", "a future", "isDone", "isCancelled"));

  /** Calls that may take their time without waiting for anything that is known here. */
  private static final Map<String, Map<String, String>> BLOCKING = Map.ofEntries(
      all(
          "java.nio.file.Files",
          "works with files",
          "copy",
          "delete",
          "lines",
          "list",
          "move",
          "newBufferedReader",
          "newBufferedWriter",
          "newByteChannel",
          "newInputStream",
          "newOutputStream",
          "readAllBytes",
          "readAllLines",
          "readString",
          "walk",
          "walkFileTree",
          "write",
          "writeString"),
      all("java.io.BufferedReader", "reads", "read", "readLine"),
      all("java.io.InputStream", "reads", "read", "readAllBytes", "readNBytes", "transferTo"),
      all("java.io.FileOutputStream", "writes a file", "write"),
      all("java.io.FileWriter", "writes a file", "write"),
      all("java.io.RandomAccessFile", "works with a file", "read", "readFully", "write"),
      all("java.util.Scanner", "reads", "next", "nextLine", "nextInt", "hasNext", "hasNextLine"),
      all("java.net.Socket", "waits for the network", "connect"),
      all("java.net.ServerSocket", "waits for the network", "accept"),
      all("java.net.DatagramSocket", "waits for the network", "receive"),
      all("java.net.URL", "waits for the network", "openStream"),
      all("java.net.URLConnection", "waits for the network", "connect", "getInputStream"),
      all("java.net.InetAddress", "asks for a name", "getByName", "getAllByName"),
      all("java.net.http.HttpClient", "waits for the network", "send"),
      all("java.nio.channels.SocketChannel", "waits for the network", "connect", "read", "write"),
      all("java.nio.channels.FileChannel", "works with a file", "read", "write", "force", "lock"),
      all("java.nio.channels.Selector", "waits for the network", "select"),
      all("java.sql.DriverManager", "asks a database", "getConnection"),
      all("javax.sql.DataSource", "asks a database", "getConnection"),
      all("java.sql.Connection", "asks a database", "commit", "rollback", "isValid"),
      all(
          "java.sql.Statement",
          "asks a database",
          "execute",
          "executeBatch",
          "executeQuery",
          "executeUpdate"),
      all(
          "java.sql.PreparedStatement",
          "asks a database",
          "execute",
          "executeQuery",
          "executeUpdate"),
      all("java.sql.ResultSet", "asks a database", "next"),
      all("java.lang.Process", "waits for a process", "waitFor"));

  private LibraryCalls() {}

  private static Map.Entry<String, Map<String, String>> all(
      String type, String text, String... methods) {
    Map<String, String> texts = new java.util.HashMap<>();
    Set.of(methods).forEach(method -> texts.put(method, text));
    return Map.entry(type, Map.copyOf(texts));
  }

  /** Whether what methods of {@code type} give depends only on what they are given. */
  static boolean isPure(String type) {
    boolean isUtility = type.startsWith("java.util.")
        && !type.startsWith("java.util.concurrent.")
        && !OF_CHANCE.contains(type);
    return isUtility || PURE.contains(type);
  }

  /** What a call asks for, if that changes by itself. */
  static Optional<String> outside(String type, String method) {
    return Optional.ofNullable(OUTSIDE.getOrDefault(type, Map.of()).get(method));
  }

  /** How a message says that a call of {@code method} may take its time. */
  static Optional<String> blocking(Stream<String> types, String method) {
    return types
        .flatMap(type -> Stream.ofNullable(BLOCKING.getOrDefault(type, Map.of()).get(method)))
        .findFirst();
  }
}
