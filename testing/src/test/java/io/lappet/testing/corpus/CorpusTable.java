package io.lappet.testing.corpus;

import io.lappet.testing.Explore;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** Prints the table of {@code docs/testing.md}. Not part of the build. */
final class CorpusTable {
  private CorpusTable() {}

  /** Prints it. */
  public static void main(String[] args) {
    for (Specimen specimen : Corpus.all()) {
      long seeds = LongStream.rangeClosed(1, Corpus.SEEDS)
          .filter(seed -> Corpus.failsWith(seed, specimen.wrong()))
          .count();
      long begin = System.nanoTime();
      OptionalInt explored =
          Corpus.firstFailure(Explore.exhaustively().schedules(5_000), specimen.wrong());
      long took = (System.nanoTime() - begin) / 1_000_000;
      OptionalInt random =
          Corpus.firstFailure(Explore.randomly(1).schedules(500), specimen.wrong());
      String right;
      long begin2 = System.nanoTime();
      try {
        right = Explore.exhaustively().schedules(3_000).run(specimen.right()).toString();
      } catch (Throwable e) {
        right = "WRONG " + e;
      }
      long took2 = (System.nanoTime() - begin2) / 1_000_000;
      long rightSeeds = LongStream.rangeClosed(1, Corpus.SEEDS)
          .filter(seed -> Corpus.failsWith(seed, specimen.right()))
          .count();
      System.out.printf(
          "| %s | %d | %s (%d ms) | %s | right: %d %s %d ms%n",
          specimen, seeds, explored, took, random, rightSeeds, right, took2);
    }
    System.exit(0);
  }
}
