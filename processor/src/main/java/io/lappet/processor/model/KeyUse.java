package io.lappet.processor.model;

/**
 * What chooses among the locks of one name.
 *
 * @param text as it is written
 */
public record KeyUse(String text, PathModel path, Place place) {}
