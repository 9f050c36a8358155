package io.lappet.dupes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {
  @TempDir
  Path folder;

  @Test
  void theHashIsThatOfTheWholeContent() throws Exception {
    assertThat(sha256(file("abc", "abc".getBytes(UTF_8))))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(sha256(file("empty", new byte[0])))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(sha256(file("long", new byte[1_000_000])))
        .isEqualTo("d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025");
  }

  @Test
  void theReaderIsToldOfEveryByte() throws Exception {
    AtomicLong told = new AtomicLong();
    Contents.sha256(file("long", new byte[1_000_000]), told::addAndGet);
    assertThat(told).hasValue(1_000_000);
  }

  @Test
  void theFingerprintIsThatOfTheFirst16KiB() throws IOException {
    byte[] bytes = new byte[20_000];
    long before = head(file("a", bytes)).fingerprint();
    bytes[16 * 1024] = 1;
    assertThat(head(file("b", bytes)).fingerprint()).isEqualTo(before);
    bytes[16 * 1024 - 1] = 1;
    assertThat(head(file("c", bytes)).fingerprint()).isNotEqualTo(before);
  }

  @Test
  void filesOfDifferentSizesHaveDifferentFingerprints() throws IOException {
    assertThat(head(file("a", new byte[20_000])).fingerprint())
        .isNotEqualTo(head(file("b", new byte[20_001])).fingerprint());
  }

  @Test
  void aFileThatChangesItsLengthIsNotTakenForWhatItWas() throws IOException {
    FileEntry shrunk = file("shrunk", new byte[100]);
    Files.write(shrunk.path(), new byte[99]);
    FileEntry grown = file("grown", new byte[100]);
    Files.write(grown.path(), new byte[101]);

    assertThat(head(shrunk).readable()).isFalse();
    assertThatThrownBy(() -> sha256(shrunk)).hasMessageContaining("changed while");
    assertThatThrownBy(() -> sha256(grown))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("changed while");
  }

  @Test
  void aFailureSaysWhatIsTheMatter() {
    FileEntry missing = new FileEntry(folder.resolve("missing"), 1, "missing");
    assertThat(head(missing).readable()).isFalse();
    assertThatThrownBy(() -> sha256(missing)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void oneFileThatCannotBeReadDoesNotKeepTheOthersFromBeingRead() throws IOException {
    FileEntry missing = new FileEntry(folder.resolve("missing"), 1, "missing");
    assertThat(Contents.heads(List.of(missing, file("a", new byte[1]))))
        .extracting(Headed::readable)
        .containsExactly(false, true);
  }

  private static Headed head(FileEntry file) {
    return Contents.heads(List.of(file)).get(0);
  }

  private static String sha256(FileEntry file) throws IOException, InterruptedException {
    return Contents.sha256(file, bytes -> {});
  }

  private FileEntry file(String name, byte[] content) throws IOException {
    Path path = Files.write(folder.resolve(name), content);
    return new FileEntry(path, content.length, name);
  }
}
