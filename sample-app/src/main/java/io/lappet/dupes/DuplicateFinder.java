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
 * walk -&gt; files -&gt; bySize -&gt; candidates -&gt; head x 2 -&gt; heads -&gt; byHead
 *                                                                   |
 *                          collect &lt;- full x 2 &lt;- suspects &lt;--------+
 *                                        |
 *                                        +-----&gt; unreadable -&gt; bury
 * </pre>
 *
 * <p>A file goes on while there is another one that may be its double: first one of the same size,
 * then one that also begins in the same way. Each stage is a method, called by threads of its own;
 * between two stages lies a channel, which holds 256 messages and then makes the stage before it
 * wait. Up to {@code byHead} a message is a batch of files, because the way through a channel takes
 * about as long as the reading of a small file; from then on it is one file.
 *
 * <p>The end of the walk goes down the line: a channel whose senders have ended closes, and its
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

  // Channels. A view is to look at; the one that is sent to by hand is declared in full.

  abstract ChannelView<List<FileEntry>> files();

  abstract ChannelView<List<FileEntry>> candidates();

  abstract ChannelView<List<Headed>> heads();

  abstract Channel<FileEntry> suspects();

  // Workers, the running sides of the methods below.

  abstract Worker walkWorker();

  abstract Worker headWorker();

  abstract Worker byHeadWorker();

  abstract Worker fullWorker();

  // The stages.

  @Producer(to = "files")
  @Nullable
  List<FileEntry> walk() {
    List<FileEntry> batch = tree.next();
    listed(batch);
    return batch; // null is the end
  }

  @Consumer(from = "files", to = "candidates")
  @Synchronized(lock = "findings")
  List<FileEntry> bySize(List<FileEntry> batch) {
    return findings.found(batch);
  }

  @Consumer(from = "candidates", to = "heads", concurrency = 2)
  List<Headed> head(List<FileEntry> candidates) {
    return Contents.heads(candidates);
  }

  @Consumer(from = "heads")
  void byHead(List<Headed> heads) throws InterruptedException {
    for (FileEntry suspect : alike(heads)) { // a method returns one message; more are sent by hand
      suspects().send(suspect);
    }
  }

  @Consumer(from = "suspects", concurrency = 2)
  @OnError(deadLetter = "unreadable")
  void full(FileEntry suspect) throws IOException, InterruptedException {
    collect(suspect, Contents.sha256(suspect, this::read));
  }

  @Synchronized(lock = "findings")
  void collect(FileEntry file, String sha256) {
    findings.hashed(file, sha256);
  }

  @Consumer(from = "unreadable")
  @Synchronized(lock = "findings")
  void bury(DeadLetter<FileEntry> letter) {
    findings.unreadable(letter.message(), letter.cause());
  }

  /** A channel that is sent to by hand is closed by hand: nobody else knows when all is sent. */
  @Daemon
  void passOnTheEnd() throws InterruptedException {
    byHeadWorker().join();
    suspects().close();
  }

  // The books.

  @Synchronized(lock = "findings")
  void listed(@Nullable List<FileEntry> batch) {
    if (batch != null) {
      findings.listed(batch);
    } else {
      findings.allListed();
    }
  }

  @Synchronized(lock = "findings")
  List<FileEntry> alike(List<Headed> heads) {
    return findings.headed(heads);
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
