package io.lappet.processor.model;

/** How many permits there are, and whether they are given in order of arrival. */
public record PermitsShape(int permits, boolean fair) {}
