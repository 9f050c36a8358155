package io.lappet;

/**
 * A message that its consumer could not handle.
 *
 * @param message the message
 * @param cause the failure of the last attempt
 * @param attempts how often it was tried, at least once
 * @param worker the full name of the consumer
 * @param <T> the type of the message
 */
public record DeadLetter<T>(T message, Throwable cause, int attempts, String worker) {}
