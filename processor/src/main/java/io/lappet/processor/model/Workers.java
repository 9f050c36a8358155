package io.lappet.processor.model;

/**
 * Which threads call an activation.
 *
 * @param name the name of the worker, empty for the default
 * @param thread a constant of {@code ThreadKind}
 * @param counted where it says how many there are
 */
public record Workers(String name, int concurrency, String thread, Place counted) {}
