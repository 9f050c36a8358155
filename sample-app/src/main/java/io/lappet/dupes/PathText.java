package io.lappet.dupes;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The names of files, in full. On Unix a name is a row of bytes, most often of UTF-8, and {@link
 * Path#toString} loses those that do not fit the locale: in the locale C, all but ASCII.
 */
final class PathText {
  private PathText() {}

  /** Returns the bytes of which the path consists. */
  static byte[] bytes(Path path) {
    String text = path.toString();
    if (isAscii(text) || File.separatorChar != '/') {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    String escaped = path.toUri().getRawPath(); // has all the bytes, and a slash after directories
    boolean slash = escaped.endsWith("/") && path.getNameCount() > 0;
    return unescaped(slash ? escaped.substring(0, escaped.length() - 1) : escaped);
  }

  /**
   * Returns the path as text. A byte {@code b} that is not part of valid UTF-8 becomes the lone
   * surrogate {@code U+DC00 + b}, from which the byte can be had again.
   */
  static String text(Path path) {
    String text = path.toString();
    return isAscii(text) ? text : decoded(bytes(path));
  }

  /** Returns whether {@link Path#toString} has all of the path in any locale. */
  static boolean isAscii(Path path) {
    return isAscii(path.toString());
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static byte[] unescaped(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(escaped.charAt(i));
      }
    }
    return bytes.toByteArray();
  }

  private static String decoded(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // which stops at what is wrong
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    for (CoderResult r = decoder.decode(in, out, true);
        r.isError();
        r = decoder.decode(in, out, true)) {
      for (int i = 0; i < r.length(); i++) {
        out.put((char) (0xDC00 + Byte.toUnsignedInt(in.get())));
      }
    }
    return out.flip().toString();
  }
}
