package io.lappet.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lappet.testing.Explore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What is found of known faults, and that nothing is found where there is none. The table in {@code
 * docs/testing.md} says so, and is held to it.
 */
class CorpusTest {
  private static final Path TABLE = Path.of("..", "docs", "testing.md");
  private static final int SCHEDULES = 1_000;

  static final List<Specimen> SPECIMENS = Corpus.all();

  @ParameterizedTest
  @FieldSource("SPECIMENS")
  void seedsFindWhatTheTableSays(Specimen specimen) throws IOException {
    boolean found = LongStream.rangeClosed(1, Corpus.SEEDS)
        .anyMatch(seed -> Corpus.failsWith(seed, specimen.wrong()));
    assertEquals(isNumber(row(specimen)[2]), found);
  }

  @ParameterizedTest
  @FieldSource("SPECIMENS")
  void exploringFindsWhatTheTableSays(Specimen specimen) throws IOException {
    boolean found = Corpus.firstFailure(
            Explore.exhaustively().schedules(SCHEDULES), specimen.wrong())
        .isPresent();
    assertEquals(isNumber(row(specimen)[3]), found);
  }

  @ParameterizedTest
  @FieldSource("SPECIMENS")
  void nothingIsFoundWhereThereIsNothing(Specimen specimen) {
    for (long seed = 1; seed <= 20; seed++) {
      assertFalse(Corpus.failsWith(seed, specimen.right()), "seed " + seed);
    }
    Explore.exhaustively().schedules(100).run(specimen.right());
    Explore.randomly(1).schedules(20).run(specimen.right());
  }

  @Test
  void theTableHasEverySpecimenOnce() throws IOException {
    if (Boolean.getBoolean("lappet.corpus.print")) {
      CorpusTable.print();
    }
    for (Specimen specimen : SPECIMENS) {
      assertThat(rows()).filteredOn(row -> row[1].equals(specimen.name())).hasSize(1);
    }
    assertThat(SPECIMENS).hasSizeGreaterThanOrEqualTo(30);
  }

  /** The cells of the row of {@code specimen}; its name is number 1. */
  private static String[] row(Specimen specimen) throws IOException {
    return rows().stream()
        .filter(row -> row[1].equals(specimen.name()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .map(line -> line.split(" *\\| *", -1))
        .filter(row -> row.length > 3)
        .toList();
  }

  private static boolean isNumber(String cell) {
    return cell.matches("\\d+");
  }
}
