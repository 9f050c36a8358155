package io.lappet.internal.channel;

/** What a {@link Cursor} keeps apart from everything else. */
abstract class CursorFields extends CursorMargin {
  @SuppressWarnings("unused") // through a handle of Cursor
  long position;

  @SuppressWarnings("unused") // through a handle of Cursor
  long seen;
}
