package io.lappet.dupes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param directories where to search: absolute paths of directories, at least one
 * @param json whether to write JSON instead of text
 * @param emptyFiles whether empty files are duplicates of each other
 * @param failOnDuplicates whether to end with an exit code of 1 if there are duplicates
 * @param quiet whether to show no progress, listen to no keys, and write no summary
 * @param help whether to explain all this and do nothing
 */
record Options(
    List<Path> directories,
    boolean json,
    boolean emptyFiles,
    boolean failOnDuplicates,
    boolean quiet,
    boolean help) {

  static final String HELP = """
      Usage: dupes [OPTION]... [DIRECTORY]...
      Finds files with the same content below the directories; without any, in the local
      Maven repository. Symbolic links are not followed. Hard links of one file count as one.

        --json                 write one JSON object instead of groups of lines
        --empty                take empty files for duplicates of each other, too
        --fail-on-duplicates   end with exit code 1 if there are duplicates
        -q, --quiet            write neither progress nor a summary, and listen to no keys
        -h, --help             explain this
        --                     what follows is a directory, even if it begins with a dash

      While it runs, type p and Enter to pause or go on, s to see the state, q to stop early
      and see what is known by then.

      The groups go to standard output, everything else to standard error. Exit code: 0 if
      everything could be read, 1 if --fail-on-duplicates found some, 2 if the command line is
      wrong, 3 if something could not be read (the rest is still reported), 70 if dupes failed.
      """;

  /** A command line that makes no sense; the message says why. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
      super(message);
    }
  }

  static Options parse(String... args) throws UsageException {
    List<Path> directories = new ArrayList<>();
    boolean json = false;
    boolean emptyFiles = false;
    boolean failOnDuplicates = false;
    boolean quiet = false;
    boolean onlyDirectories = false;
    for (String arg : args) {
      if (onlyDirectories || !arg.startsWith("-")) {
        directories.add(directory(arg));
        continue;
      }
      switch (arg) {
        case "--json" -> json = true;
        case "--empty" -> emptyFiles = true;
        case "--fail-on-duplicates" -> failOnDuplicates = true;
        case "-q", "--quiet" -> quiet = true;
        case "--" -> onlyDirectories = true;
        case "-h", "--help" -> {
          return new Options(List.of(), json, emptyFiles, failOnDuplicates, quiet, true);
        }
        default -> throw new UsageException("unknown option " + arg);
      }
    }
    if (directories.isEmpty()) {
      directories.add(localRepository());
    }
    return new Options(List.copyOf(directories), json, emptyFiles, failOnDuplicates, quiet, false);
  }

  private static Path directory(String arg) throws UsageException {
    try {
      Path directory = Path.of(arg).toAbsolutePath();
      if (Files.isDirectory(directory)) {
        return withoutDots(directory);
      }
    } catch (InvalidPathException e) {
      throw new UsageException("not the name of a directory: " + arg);
    }
    throw new UsageException("no such directory: " + arg);
  }

  /** Removes {@code .} and {@code ..}, unless that leads elsewhere: behind a symbolic link it may. */
  private static Path withoutDots(Path directory) {
    Path plain = directory.normalize();
    try {
      return Files.isSameFile(plain, directory) ? plain : directory;
    } catch (IOException e) {
      return directory;
    }
  }

  private static Path localRepository() throws UsageException {
    String home = System.getProperty("user.home");
    Path repository = Path.of(System.getProperty("maven.repo.local", home + "/.m2/repository"));
    if (!Files.isDirectory(repository)) {
      throw new UsageException("no directory given, and there is no " + repository);
    }
    return repository.toAbsolutePath();
  }
}
