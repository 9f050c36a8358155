package io.lappet.internal.config;

import io.lappet.WiringException;
import io.lappet.internal.text.TextException;

/**
 * A value that was found.
 *
 * @param key what it is for
 * @param text the value as it is written
 * @param place where
 */
record Setting(Key key, String text, String place) {
  /**
   * The value.
   *
   * @throws WiringException if the text means none
   */
  <T> T read(Reader<T> reader) {
    try {
      return reader.read(text);
    } catch (TextException e) {
      throw new WiringException(
          key + " = \"" + text + "\" " + e.fault() + ". " + e.remedy() + " (" + place + ")");
    }
  }

  @Override
  public String toString() {
    return key + " = \"" + text + "\" (" + place + ")";
  }
}
