package io.lappet.dupes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Reads files, and says in a few bytes what was in them. */
final class Contents {
  /** How much of a file is read to tell it from others of its size. */
  static final int HEAD = 16 * 1024;

  private static final int CHUNK = 128 * 1024;

  private Contents() {}

  /**
   * Reads the first 16 KiB. This only sorts out what differs, and it is done to far more files than
   * turn out to be duplicates; so the checksum is a quick one. Files that agree by accident are
   * told apart by {@link #sha256}.
   */
  static Headed head(FileEntry file) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(file.size(), HEAD));
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw changed(file.path());
        }
      }
    }
    CRC32C checksum = new CRC32C();
    checksum.update(buffer.flip());
    return new Headed(file, checksum.getValue() << 32 ^ file.size());
  }

  /** Reads the whole file. */
  static Hashed sha256(FileEntry file) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(file.size() + 1, CHUNK));
    long read = 0;
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      while (channel.read(buffer) >= 0) {
        read += buffer.flip().remaining();
        digest.update(buffer);
        buffer.clear();
      }
    }
    if (read != file.size()) {
      throw changed(file.path());
    }
    return new Hashed(file, HexFormat.of().formatHex(digest.digest()));
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
