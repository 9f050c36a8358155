package io.lappet.internal.channel;

/** Room before the fields of a {@link Cursor}; the JVM lays out those of a superclass first. */
abstract class CursorMargin {
  @SuppressWarnings("unused") // they only take up room
  private long before1, before2, before3, before4, before5, before6, before7, before8;
  @SuppressWarnings("unused") // they only take up room
  private long before9, before10, before11, before12, before13, before14, before15;
}
