package io.lappet.dupes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.annotation.Woven;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as users start it: in a JVM of its own. */
@Timeout(60)
class MainTest {
  @TempDir
  Path folder;

  private Path tree;

  @BeforeEach
  void makeTree() throws IOException {
    tree = Files.createDirectory(folder.resolve("tree"));
    Files.writeString(tree.resolve("a"), "same");
    Files.writeString(tree.resolve("b"), "same");
    Files.writeString(tree.resolve("c"), "different");
  }

  @Test
  void duplicatesGoToStandardOutputAndAllElseToStandardError() throws Exception {
    Result result = dupes(tree.toString());
    assertThat(result.code).isZero();
    assertThat(result.out).isEqualTo(tree.resolve("a") + "\n" + tree.resolve("b") + "\n");
    assertThat(result.err)
        .isEqualTo("1 group of duplicates in 3 files (17 B): 1 file to spare, 4 B wasted.\n");
  }

  @Test
  void jsonIsAllThereIsOnStandardOutput() throws Exception {
    Result result = dupes("--json", tree.toString());
    assertThat(result.code).isZero();
    assertThat(result.out)
        .startsWith(
            "{\n  \"groups\": [\n    {\"size\": 4, \"sha256\": \"0967115f2813a3541eaef77de9d9d577")
        .contains("\"errors\": []", "\"wastedBytes\": 4")
        .endsWith("}\n}\n");
  }

  @Test
  void overlappingDirectoriesMakeNoDuplicates() throws Exception {
    Files.delete(tree.resolve("b"));
    assertThat(dupes(tree.toString(), tree.toString(), tree + "/../tree", folder.toString()).out)
        .isEmpty();
  }

  @Test
  void duplicatesAreAFailureIfTheUserSaysSo() throws Exception {
    assertThat(dupes("--fail-on-duplicates", tree.toString()).code).isEqualTo(1);
    Files.delete(tree.resolve("a"));
    assertThat(dupes("--fail-on-duplicates", tree.toString()).code).isZero();
  }

  @Test
  void wrongUsageIsExplained() throws Exception {
    Result result = dupes("--no-such-option", tree.toString());
    assertThat(result.code).isEqualTo(2);
    assertThat(result.out).isEmpty();
    assertThat(result.err).isEqualTo("dupes: unknown option --no-such-option\nTry --help.\n");
    assertThat(dupes(tree.resolve("missing").toString()).code).isEqualTo(2);
  }

  @Test
  void helpIsOnStandardOutput() throws Exception {
    Result result = dupes("--help");
    assertThat(result.code).isZero();
    assertThat(result.out).startsWith("Usage: dupes");
  }

  @Test
  void whatCannotBeReadIsListedAndTheRestIsReported() throws Exception {
    Path locked = Files.createDirectory(tree.resolve("locked"));
    Path secret = Files.writeString(tree.resolve("secret"), "same");
    if (!locked.toFile().setReadable(false) || !secret.toFile().setReadable(false)) {
      return; // this file system has no such thing
    }
    boolean readableAllTheSame = Files.isReadable(secret); // by root
    Result result = dupes(tree.toString());
    assertThat(locked.toFile().setReadable(true)).isTrue();
    if (readableAllTheSame) {
      assertThat(result.code).isZero();
      assertThat(result.out).contains(secret.toString());
    } else {
      assertThat(result.code).isEqualTo(3);
      assertThat(result.out).isEqualTo(tree.resolve("a") + "\n" + tree.resolve("b") + "\n");
      assertThat(result.err)
          .contains(locked + ": permission denied\n", secret + ": permission denied\n");
    }
  }

  @Test
  void anErrorIsPrintedAndHasAnExitCodeOfItsOwn() throws Exception {
    Path incomplete = folder.resolve("classes");
    Path classes = placeOf(Main.class);
    assertThat(classes).isDirectory();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = incomplete.resolve(classes.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.delete(incomplete.resolve("io/lappet/dupes/Contents.class"));

    Result result = end(start(incomplete, "", tree.toString()));

    assertThat(result.code).isEqualTo(70);
    assertThat(result.err)
        .contains("Stopped early")
        .endsWith("dupes: failed: java.lang.NoClassDefFoundError: io/lappet/dupes/Contents\n");
  }

  @Test
  void toldToEndItWritesWhatIsKnownAndEndsBySignal() throws Exception {
    makeTwoFilesThatTakeLong();
    Process process = start("p\n", "--json", tree.toString());
    awaitOutput(folder.resolve("err"), "paused");
    process.destroy(); // SIGTERM
    Result result = end(process);
    assertThat(result.code).isEqualTo(143);
    assertThat(result.out).contains("\"complete\": false").endsWith("}\n}\n");
    assertThat(result.err).contains("Stopped early");
  }

  @Test
  void qStopsEarlyAndWritesWhatIsKnown() throws Exception {
    makeTwoFilesThatTakeLong();
    Process process = start("q\n", tree.toString());
    Result result = end(process);
    assertThat(result.code).isZero();
    assertThat(result.err).contains("Stopped early");
  }

  /** Holes are read as zeros, which takes no room on the disk, and time all the same. */
  private void makeTwoFilesThatTakeLong() throws IOException {
    for (String name : List.of("long", "as long")) {
      try (RandomAccessFile file = new RandomAccessFile(tree.resolve(name).toFile(), "rw")) {
        file.setLength(1L << 40);
      }
    }
  }

  private record Result(int code, String out, String err) {}

  private Result dupes(String... args) throws Exception {
    return end(start("", args));
  }

  private Process start(String keys, String... args) throws IOException, URISyntaxException {
    return start(placeOf(Main.class), keys, args);
  }

  /** Starts the command, with files in place of its output; what it reads stays open. */
  private Process start(Path classes, String keys, String... args)
      throws IOException, URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(classes
        + File.pathSeparator
        + placeOf(Fabric.class)
        + File.pathSeparator
        + placeOf(Woven.class));
    command.add("io.lappet.dupes.Main");
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
    OutputStream in = process.getOutputStream();
    in.write(keys.getBytes(StandardCharsets.UTF_8));
    in.flush();
    return process;
  }

  private Result end(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("it ends").isTrue();
    return new Result(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err")));
  }

  private static void awaitOutput(Path file, String text) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (!Files.readString(file).contains(text)) { // another process writes it
      assertThat(System.nanoTime() - begun).as(text).isLessThan(TimeUnit.SECONDS.toNanos(40));
      Thread.sleep(20);
    }
  }

  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
