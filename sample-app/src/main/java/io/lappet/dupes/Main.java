package io.lappet.dupes;

import io.lappet.Fabric;
import io.lappet.FabricFailedException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The command {@code dupes}. */
public final class Main {
  static final int DUPLICATES_FOUND = 1;
  static final int WRONG_USAGE = 2;
  static final int SOMETHING_UNREADABLE = 3;
  static final int FAILED = 70;

  private final Options options;
  private @Nullable Report report;

  private Main(Options options) {
    this.options = options;
  }

  /** Runs the command, and ends the JVM with its exit code. */
  public static void main(String... args) throws InterruptedException {
    System.exit(run(args));
  }

  private static int run(String... args) throws InterruptedException {
    try {
      Options options = Options.parse(args);
      if (options.help()) {
        System.out.print(Options.HELP);
        return 0;
      }
      return new Main(options).search();
    } catch (Options.UsageException e) {
      System.err.println("dupes: " + e.getMessage());
      System.err.println("Try --help.");
      return WRONG_USAGE;
    } catch (FabricFailedException e) {
      System.err.println("dupes: failed: " + e.getCause());
      return FAILED;
    }
  }

  /**
   * Searches from beginning to end. Told to stop by a signal, the fabric closes in order, so that
   * the report is written all the same; the exit code is then the signal's.
   */
  private int search() throws InterruptedException {
    Fabric fabric =
        Fabric.builder().name("dupes").shutdownGrace(Duration.ofSeconds(5)).build();
    Fabric.run(fabric, this::assemble);
    return report == null ? FAILED : exitCode(report);
  }

  /** Makes the parts of the program; the fabric closes them in reverse order. */
  private DuplicateFinder assemble(Fabric fabric) {
    DuplicateFinder finder =
        new WovenDuplicateFinder(fabric, options.directories(), options.emptyFiles(), this::write);
    if (!options.quiet()) {
      new WovenDashboard(fabric, finder, System.in, System.err, Terminal.isStandardError());
    }
    return finder;
  }

  private void write(Report report) {
    try (OutputStream out =
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024)) {
      if (options.json()) {
        JsonReport.write(report, out);
      } else {
        TextReport.write(report, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the report could not be written", e);
    }
    Summary.write(report, options.quiet(), System.err);
    this.report = report;
  }

  private int exitCode(Report report) {
    if (!report.problems().isEmpty()) {
      return SOMETHING_UNREADABLE;
    }
    return options.failOnDuplicates() && !report.groups().isEmpty() ? DUPLICATES_FOUND : 0;
  }
}
