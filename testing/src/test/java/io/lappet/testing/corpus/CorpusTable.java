package io.lappet.testing.corpus;

import io.lappet.testing.Explore;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** Measures the table of {@code docs/testing.md}, which takes a while. */
final class CorpusTable {
  private static final int SCHEDULES = 10_000;

  private CorpusTable() {}

  /** Prints it. */
  static void print() {
    long slowest = 0;
    for (Specimen specimen : Corpus.all()) {
      long seeds = LongStream.rangeClosed(1, Corpus.SEEDS)
          .filter(seed -> Corpus.failsWith(seed, specimen.wrong()))
          .count();
      long begin = System.nanoTime();
      OptionalInt explored =
          Corpus.firstFailure(Explore.exhaustively().schedules(SCHEDULES), specimen.wrong());
      slowest = Math.max(slowest, System.nanoTime() - begin);
      OptionalInt random =
          Corpus.firstFailure(Explore.randomly(1).schedules(SCHEDULES), specimen.wrong());
      System.out.println("| " + specimen + " | " + (seeds == 0 ? "none" : seeds) + " | "
          + text(explored) + " | " + text(random) + " |");
    }
    System.out.println("Exploring took " + slowest / 1_000_000 + " ms at most.");
  }

  private static String text(OptionalInt run) {
    return run.isPresent() ? String.valueOf(run.getAsInt()) : "none";
  }
}
