package io.lappet.processor.body.facts;

/**
 * A lock that is held.
 *
 * @param read whether others may hold it to read as well
 * @param timed whether taking it was given up after a while
 */
public record Hold(Resource lock, boolean read, boolean timed) {}
