package io.lappet.dupes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings(false);

  @Test
  void theFirstOfASizeIsHeldBackUntilThereIsAnother() {
    FileEntry one = file("/one", 5);
    FileEntry two = file("/two", 5);
    FileEntry three = file("/three", 5);

    assertThat(found(one)).isEmpty();
    assertThat(found(file("/other", 6))).isEmpty();
    assertThat(found(two)).containsExactly(one, two);
    assertThat(found(three)).containsExactly(three);
    assertThat(findings.aloneOfTheirSize()).containsExactly(Path.of("/other"));
  }

  @Test
  void hardLinksCountAsOneFile() {
    assertThat(found(new FileEntry(Path.of("/b"), 5, "same"))).isEmpty();
    assertThat(found(new FileEntry(Path.of("/a"), 5, "same"))).isEmpty();
    assertThat(findings.aloneOfTheirSize()).containsExactly(Path.of("/a"));
  }

  @Test
  void emptyFilesAreLeftOutUnlessAskedFor() {
    assertThat(found(file("/a", 0))).isEmpty();
    assertThat(found(file("/b", 0))).isEmpty();

    Findings all = new Findings(true);
    all.listed(List.of(file("/a", 0), file("/b", 0)));
    assertThat(all.found(List.of(file("/a", 0), file("/b", 0)))).hasSize(2);
  }

  @Test
  void theReportIsTheSameInWhateverOrderFilesCome() {
    List<FileEntry> files = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      files.add(file("/dir/" + i, 100 + i % 7));
    }
    files.add(new FileEntry(Path.of("/a/first/link"), 100, Path.of("/dir/0")));
    Report expected = search(files);
    assertThat(expected.complete()).isTrue();
    assertThat(expected.groups()).hasSizeGreaterThan(5);

    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(files, random);
      assertThat(search(files)).isEqualTo(expected);
    }
  }

  @Test
  void whatWastesMostComesFirstAndThenThePathDecides() {
    List<FileEntry> files = new ArrayList<>();
    for (String name : List.of("c", "d", "a", "b")) {
      files.add(file("/" + name + "1", name.equals("b") ? 90 : 10 + name.charAt(0)));
      files.add(file("/" + name + "2", name.equals("b") ? 90 : 10 + name.charAt(0)));
    }
    files.add(file("/e1", 45));
    files.add(file("/e2", 45));
    files.add(file("/e3", 45));

    assertThat(search(files).groups())
        .extracting(group -> group.first().toString())
        .containsExactly("/d1", "/c1", "/a1", "/b1", "/e1");
    assertThat(search(files).wasted()).isEqualTo(110 + 109 + 107 + 90 + 2 * 45);
  }

  @Test
  void aSearchIsCompleteWhenNothingIsUnderWay() {
    FileEntry one = file("/one", 5);
    FileEntry two = file("/two", 5);
    findings.listed(List.of(one, two));
    findings.found(List.of(one, two));
    findings.allListed();
    findings.headed(List.of(new Headed(one, true, 1)));
    assertThat(findings.report().complete()).isFalse();

    assertThat(findings.headed(List.of(new Headed(two, false, 0)))).containsExactly(two);
    assertThat(findings.report().complete()).isFalse();

    findings.unreadable(two, new NoSuchFileException("/two"));
    assertThat(findings.report().complete()).isTrue();
  }

  @Test
  void aSearchIsNotCompleteWhileFilesAreListed() {
    assertThat(findings.report().complete()).isFalse();
    findings.allListed();
    assertThat(findings.report().complete()).isTrue();
  }

  @Test
  void problemsAreSortedAndInWords() {
    findings.unreadable(Path.of("/b"), new AccessDeniedException("/b"));
    findings.unreadable(Path.of("/a"), new java.io.IOException("Input/output error"));
    findings.unreadable(Path.of("/c"), new NoSuchFileException("/c"));

    assertThat(findings.report().problems())
        .containsExactly(
            new Report.Problem(Path.of("/a"), "Input/output error"),
            new Report.Problem(Path.of("/b"), "permission denied"),
            new Report.Problem(Path.of("/c"), "vanished during the search"));
  }

  /** Takes the files through all stages; those of a size have one content, but for /dir/3. */
  private static Report search(List<FileEntry> files) {
    Findings findings = new Findings(false);
    for (FileEntry file : files) {
      findings.listed(List.of(file));
      List<Headed> heads = new ArrayList<>();
      for (FileEntry candidate : findings.found(List.of(file))) {
        heads.add(new Headed(candidate, true, candidate.size()));
      }
      for (FileEntry suspect : findings.headed(heads)) {
        boolean odd = suspect.identity().equals(Path.of("/dir/3"));
        findings.hashed(suspect, odd ? "odd" : "sha" + suspect.size());
      }
    }
    findings.allListed();
    return findings.report();
  }

  private List<FileEntry> found(FileEntry file) {
    findings.listed(List.of(file));
    return findings.found(List.of(file));
  }

  private static FileEntry file(String path, long size) {
    return new FileEntry(Path.of(path), size, Path.of(path));
  }
}
