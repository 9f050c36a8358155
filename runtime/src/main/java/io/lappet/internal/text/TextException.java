package io.lappet.internal.text;

import java.io.Serial;

/** What somebody wrote means nothing. */
public final class TextException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final String fault;
  private final String remedy;

  /** Says what is wrong, as the end of a sentence that begins with the text, and what to do. */
  public TextException(String fault, String remedy) {
    super(fault + ". " + remedy);
    this.fault = fault;
    this.remedy = remedy;
  }

  /** What is wrong. */
  public String fault() {
    return fault;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
