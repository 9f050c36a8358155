package io.lappet.processor.body.files;

import io.lappet.processor.body.facts.Spot;

/** A place in a source file of another compilation: messages can name it, and not be shown there. */
record FarSpot(String text, long line) implements Spot {
  @Override
  public boolean isHere() {
    return false;
  }
}
