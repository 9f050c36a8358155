package io.lappet.dupes;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads files, and says in a few bytes what was in them. */
final class Contents {
  /** How much of a file is read to tell it from others of its size. */
  static final int HEAD = 16 * 1024;

  private static final int CHUNK = 64 * 1024;

  /** Is told how many more bytes were read; may give up. */
  @FunctionalInterface
  interface Reader {
    void hasRead(int bytes) throws InterruptedException;
  }

  private Contents() {}

  /**
   * Reads the first 16 KiB of each file. This only sorts out what differs, and it is done to far
   * more files than turn out to be duplicates; so the checksum is a quick one. Files that agree by
   * accident are told apart by {@link #sha256}, which also says why a file cannot be read.
   */
  static List<Headed> heads(List<FileEntry> files) {
    byte[] buffer = new byte[HEAD];
    List<Headed> heads = new ArrayList<>(files.size());
    for (FileEntry file : files) {
      int length = (int) Math.min(file.size(), HEAD);
      try (InputStream in = open(file.path())) {
        boolean all = in.readNBytes(buffer, 0, length) == length;
        heads.add(new Headed(file, all, fingerprint(file, buffer, length)));
      } catch (IOException e) {
        heads.add(new Headed(file, false, 0));
      }
    }
    return heads;
  }

  private static long fingerprint(FileEntry file, byte[] buffer, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(buffer, 0, length);
    return checksum.getValue() << 32 ^ file.size();
  }

  /** Reads the whole file, and tells {@code reader} about each part of it. */
  static String sha256(FileEntry file, Reader reader) throws IOException, InterruptedException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[(int) Math.min(file.size() + 1, CHUNK)];
    long length = 0;
    try (InputStream in = open(file.path())) {
      for (int read; (read = in.read(chunk)) >= 0; ) {
        digest.update(chunk, 0, read);
        length += read;
        reader.hasRead(read);
      }
    }
    if (length != file.size()) {
      throw changed(file.path());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Opens a file in the quickest way, which works for names that are plain text and says little
   * about failures; and otherwise in the other way.
   */
  private static InputStream open(Path path) throws IOException {
    if (PathText.isAscii(path)) {
      try {
        return new FileInputStream(path.toFile());
      } catch (FileNotFoundException e) {
        // tried once more, to be told what is the matter
      }
    }
    return Files.newInputStream(path);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static IOException changed(Path path) {
    return new FileSystemException(path.toString(), null, "changed while it was read");
  }
}
