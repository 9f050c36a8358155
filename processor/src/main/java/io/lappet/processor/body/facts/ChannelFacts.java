package io.lappet.processor.body.facts;

import java.util.Optional;
import java.util.Set;

/**
 * A channel that is declared, or implied by its use.
 *
 * @param capacity how many messages it holds
 * @param blocks whether a sender may have to wait
 * @param exported whether others than this compilation can receive from it
 * @param change how its messages can change after they were sent, if they can
 * @param suppressed what is accepted where it is declared
 */
public record ChannelFacts(
    Node node,
    int capacity,
    boolean blocks,
    boolean exported,
    Optional<String> change,
    Set<String> suppressed,
    Spot spot) {}
