package io.lappet.testing;

/** What a call throws because a test {@linkplain Faults#failAt(String, int) wanted it to fail}. */
public final class InjectedFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  InjectedFailure(String message) {
    super(message);
  }
}
