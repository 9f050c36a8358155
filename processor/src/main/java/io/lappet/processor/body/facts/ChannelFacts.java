package io.lappet.processor.body.facts;

/**
 * A channel that is declared, or implied by its use.
 *
 * @param blocks whether a sender may have to wait
 * @param exported whether others than this compilation can receive from it
 */
public record ChannelFacts(Node node, boolean blocks, boolean exported, Spot spot) {}
