package io.lappet.internal.seam;

/** What a test sees of a fabric, and does to it. In production there is none. */
public interface Probe {
  /** A thread keeps what belonged to a call that has ended. Called by that thread. */
  void leaked(String what);

  /** The calling thread takes locks in one order that others have taken in another. */
  void disordered(String what);

  /**
   * The calling thread is about to call a method of a user, or the body of a task.
   *
   * @param name the full name of the worker, or of the tasks without their numbers
   * @throws Exception what the call throws in place of being made
   */
  void beforeCall(String name) throws Exception;
}
