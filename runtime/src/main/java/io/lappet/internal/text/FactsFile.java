package io.lappet.internal.text;

/**
 * How a file of facts is called and begins. A compilation leaves one beside the class; other
 * compilations read it, and so does the start of a program.
 */
public final class FactsFile {
  /** Its first line; changes whenever a reader of the old text would misread the new one. */
  public static final String HEADER = "lappet 1";

  /** What its name ends with, after that of the top-level class. */
  public static final String SUFFIX = ".lappet";

  /** With what a line begins that says which lock is taken while another one is held. */
  public static final String ORDER = "order";

  private FactsFile() {}
}
