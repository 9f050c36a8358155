package io.lappet.dupes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  @TempDir
  Path folder;

  @Test
  void nothingIsOnByDefault() throws Exception {
    assertThat(Options.parse(folder.toString()))
        .isEqualTo(new Options(java.util.List.of(folder), false, false, false, false, false));
  }

  @Test
  void everyOptionIsUnderstood() throws Exception {
    Options options =
        Options.parse("--json", "--empty", folder.toString(), "--fail-on-duplicates", "--quiet");
    assertThat(options.json()).isTrue();
    assertThat(options.emptyFiles()).isTrue();
    assertThat(options.failOnDuplicates()).isTrue();
    assertThat(options.quiet()).isTrue();
    assertThat(Options.parse("-q", "--help").help()).isTrue();
  }

  @Test
  void directoriesMayBeginWithADashAfterTwoDashes() {
    assertThatThrownBy(() -> Options.parse("--", "-no-such-directory"))
        .isInstanceOf(Options.UsageException.class)
        .hasMessage("no such directory: -no-such-directory");
  }

  @Test
  void unknownOptionsAreRefused() {
    assertThatThrownBy(() -> Options.parse("--jsno"))
        .isInstanceOf(Options.UsageException.class)
        .hasMessage("unknown option --jsno");
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Options.parse(file.toString()))
        .isInstanceOf(Options.UsageException.class);
  }

  @Test
  void dotsAreRemovedUnlessThatLeadsElsewhere() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), inner);
    Files.createDirectory(folder.resolve("c"));
    Files.createDirectory(folder.resolve("a/c"));

    assertThat(Options.parse(folder + "/a/./b/../../c").directories())
        .containsExactly(folder.resolve("c"));
    assertThat(Options.parse(link + "/../c").directories())
        .containsExactly(link.resolve("../c")); // which is a/c
  }

  @Test
  void theLocalRepositoryIsSearchedByDefault() throws Exception {
    String before = System.getProperty("maven.repo.local");
    System.setProperty("maven.repo.local", folder.toString());
    try {
      assertThat(Options.parse().directories()).containsExactly(folder);
    } finally {
      if (before == null) {
        System.clearProperty("maven.repo.local");
      } else {
        System.setProperty("maven.repo.local", before);
      }
    }
  }
}
