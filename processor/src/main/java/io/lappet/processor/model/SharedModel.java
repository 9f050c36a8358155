package io.lappet.processor.model;

import java.util.List;
import java.util.Set;

/**
 * An interface whose resources several classes use.
 *
 * @param unwritten the names of methods that have mistakes
 * @param methods all methods that need a body
 * @param suppressed the categories of warnings that the generated class inherits
 */
public record SharedModel(
    ClassModel type,
    List<AccessorModel> resources,
    Set<String> unwritten,
    List<Signature> methods,
    Set<String> suppressed) {}
