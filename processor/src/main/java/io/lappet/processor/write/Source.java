package io.lappet.processor.write;

/**
 * A file to be written.
 *
 * @param name the full name of its class
 */
public record Source(String name, String text) {}
