package io.lappet.processor.body.files;

import io.lappet.processor.body.facts.Spot;

/** A place in a source file of another compilation: messages can name it, and not be shown there. */
record FarSpot(String text) implements Spot {
  @Override
  public long line() {
    try {
      return Long.parseLong(text.substring(text.lastIndexOf(':') + 1));
    } catch (NumberFormatException e) {
      return 0; // somebody has changed the file by hand
    }
  }

  @Override
  public boolean isHere() {
    return false;
  }
}
