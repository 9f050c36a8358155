package io.lappet;

import io.lappet.annotation.OnError;

/**
 * A failure that nobody waits for.
 *
 * @param name the full name of the worker or task, for instance {@code LogPipeline.parse}
 * @param method the method that failed, or what else did
 * @param thread the thread on which it failed
 * @param cause what was thrown
 * @param decision what follows; never {@code DEFAULT}
 */
public record Failure(
    String name, String method, Thread thread, Throwable cause, OnError.Then decision) {}
