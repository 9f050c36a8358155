package io.lappet.dupes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWalkTest {
  @TempDir
  Path root;

  private final Map<Path, IOException> unreadable = new LinkedHashMap<>();

  @Test
  void allRegularFilesAreListed() throws IOException {
    Path top = file("top", "1");
    Path deep = file("a/b/c/deep", "22");
    Files.createDirectories(root.resolve("empty/folder"));

    List<FileEntry> files = walk(root);

    assertThat(files).extracting(FileEntry::path).containsExactlyInAnyOrder(top, deep);
    assertThat(files).extracting(FileEntry::size).containsExactlyInAnyOrder(1L, 2L);
    assertThat(unreadable).isEmpty();
  }

  @Test
  void manyFilesComeInBatches() throws IOException {
    for (int i = 0; i < 150; i++) {
      file((i < 100 ? "a/" : "b/") + i, "");
    }
    assertThat(walk(root)).hasSize(150);
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    Path file = file("a/file", "1");
    Files.createSymbolicLink(root.resolve("link"), file);
    Files.createSymbolicLink(root.resolve("a/loop"), root);
    Files.createSymbolicLink(root.resolve("broken"), root.resolve("nowhere"));

    assertThat(walk(root)).extracting(FileEntry::path).containsExactly(file);
    assertThat(unreadable).isEmpty();
  }

  @Test
  void aDirectoryThatIsGivenAsALinkIsSearchedUnderThatName() throws IOException {
    file("a/file", "1");
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("a"));

    assertThat(walk(link)).extracting(FileEntry::path).containsExactly(link.resolve("file"));
  }

  @Test
  void overlappingDirectoriesAreReadOnce() throws IOException {
    file("a/one", "1");
    file("a/b/two", "2");

    assertThat(walk(root, root.resolve("a/b"), root)).hasSize(2);
  }

  @Test
  void hardLinksHaveOneIdentity() throws IOException {
    Path file = file("file", "1");
    Files.createLink(root.resolve("link"), file);
    file("other", "1");

    assertThat(walk(root)).extracting(FileEntry::identity).hasSize(3);
    assertThat(walk(root).stream().map(FileEntry::identity).distinct()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsListed() throws IOException {
    Path file = file("file", "1");
    Path gone = root.resolve("gone");

    assertThat(walk(gone, root)).extracting(FileEntry::path).containsExactly(file);
    assertThat(unreadable).containsOnlyKeys(gone);
    assertThat(unreadable.get(gone)).isInstanceOf(NoSuchFileException.class);
  }

  private List<FileEntry> walk(Path... roots) {
    TreeWalk walk = new TreeWalk(List.of(roots), unreadable::put);
    List<FileEntry> files = new ArrayList<>();
    for (List<FileEntry> batch; (batch = walk.next()) != null; ) {
      assertThat(batch).hasSizeBetween(1, 64);
      files.addAll(batch);
    }
    return files;
  }

  private Path file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
