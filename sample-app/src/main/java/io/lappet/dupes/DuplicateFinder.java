package io.lappet.dupes;

import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Worker;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.OnError;
import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.Producer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds files with the same content: a pipeline that reads no more than it must.
 *
 * <pre>
 * walk -&gt; files -&gt; bySize -&gt; candidates -&gt; head x 2 -&gt; heads -&gt; byHead -&gt; suspects -&gt; full x 2
 *                                            |                                     |
 *                                            +----------&gt; unreadable &lt;-------------+
 * </pre>
 *
 * <p>A file goes on while there is another one that may be its double: first one of the same size,
 * then one that also begins in the same way. Each stage is a method, called by threads of its own;
 * between two stages lies a channel, which holds 256 files and then makes the stage before it wait.
 * The end of the walk goes down the line: a channel whose senders have ended closes, and its
 * consumers end when they have emptied it. When all have ended, {@link #close} hands over the
 * report; if the program is told to stop, it does so with what is known by then.
 *
 * <p>What the stages have in common is in {@link Findings}, which is used only under the lock
 * {@code findings}.
 */
@Woven
@OnError(then = Then.FAIL) // a mistake in this program must not lose files in silence
abstract class DuplicateFinder implements AutoCloseable {
  private final java.util.function.Consumer<Report> out;
  private final TreeWalk tree;
  private final Findings findings;

  /**
   * Prepares a search.
   *
   * @param directories absolute paths of the directories to search
   * @param emptyFiles whether empty files are duplicates of each other
   * @param out gets the report, once, at the end
   */
  DuplicateFinder(
      List<Path> directories, boolean emptyFiles, java.util.function.Consumer<Report> out) {
    this.out = out;
    tree = new TreeWalk(directories, this::unreadable);
    findings = new Findings(emptyFiles);
  }

  // Channels. A view is to look at; the two that are sent to by hand are declared in full.

  abstract ChannelView<FileEntry> files();

  abstract Channel<FileEntry> candidates();

  abstract ChannelView<Headed> heads();

  abstract Channel<FileEntry> suspects();

  // Workers, the running sides of the methods below.

  abstract Worker walkWorker();

  abstract Worker bySizeWorker();

  abstract Worker headWorker();

  abstract Worker byHeadWorker();

  abstract Worker fullWorker();

  // The stages.

  @Producer(to = "files")
  @Nullable FileEntry walk() {
    FileEntry file = tree.next();
    listed(file);
    return file; // null is the end
  }

  @Consumer(from = "files")
  void bySize(FileEntry file) throws InterruptedException {
    for (FileEntry candidate : found(file)) { // none or two or one, so they are sent by hand
      candidates().send(candidate);
    }
  }

  @Consumer(from = "candidates", to = "heads", concurrency = 2)
  @OnError(deadLetter = "unreadable")
  Headed head(FileEntry candidate) throws IOException {
    return Contents.head(candidate);
  }

  @Consumer(from = "heads")
  void byHead(Headed headed) throws InterruptedException {
    for (FileEntry suspect : beginning(headed)) {
      suspects().send(suspect);
    }
  }

  @Consumer(from = "suspects", to = "hashed", concurrency = 2)
  @OnError(deadLetter = "unreadable")
  Hashed full(FileEntry suspect) throws IOException, InterruptedException {
    return Contents.sha256(suspect, this::read);
  }

  @Consumer(from = "hashed")
  @Synchronized(lock = "findings")
  void collect(Hashed hashed) {
    findings.hashed(hashed);
  }

  @Consumer(from = "unreadable")
  @Synchronized(lock = "findings")
  void bury(DeadLetter<FileEntry> letter) {
    findings.unreadable(letter.message(), letter.cause());
  }

  /** What is sent by hand must be ended by hand: nobody else knows that nothing more will come. */
  @Daemon
  void passOnTheEnd() throws InterruptedException {
    bySizeWorker().join();
    candidates().close();
    byHeadWorker().join();
    suspects().close();
  }

  // The books.

  @Synchronized(lock = "findings")
  void listed(@Nullable FileEntry file) {
    if (file != null) {
      findings.listed(file);
    } else {
      findings.allListed();
    }
  }

  @Synchronized(lock = "findings")
  List<FileEntry> found(FileEntry file) {
    return findings.found(file);
  }

  @Synchronized(lock = "findings")
  List<FileEntry> beginning(Headed headed) {
    return findings.headed(headed);
  }

  /** Because it declares the exception, it also ends the reading of a long file in time. */
  @Synchronized(lock = "findings")
  void read(int bytes) throws InterruptedException {
    findings.read(bytes);
  }

  @Synchronized(lock = "findings")
  void unreadable(Path path, IOException cause) {
    findings.unreadable(path, cause);
  }

  @Synchronized(lock = "findings")
  Progress progress() {
    return findings.progress();
  }

  // What the user can do meanwhile.

  /** Reads nothing more until {@link #resume}. */
  void pause() {
    walkWorker().pause();
    headWorker().pause();
    fullWorker().pause();
  }

  void resume() {
    walkWorker().resume();
    headWorker().resume();
    fullWorker().resume();
  }

  boolean isPaused() {
    return fullWorker().state() == Worker.State.PAUSED;
  }

  /** Called by the fabric when everything has ended, or has been told to. */
  @Override
  @Synchronized(lock = "findings")
  public void close() {
    for (Path file : findings.aloneOfTheirSize()) {
      if (!Files.isReadable(file)) { // nobody has tried so far
        findings.unreadable(file, new AccessDeniedException(file.toString()));
      }
    }
    out.accept(findings.report());
  }
}
