package io.lappet.processor.model;

/**
 * Who sends to a channel, or receives from it.
 *
 * @param who the method, as messages call it
 * @param exact whether the channel has to be of just this type, because its handle is given away
 * @param named where the channel is named
 * @param typed where the type of the messages stands
 */
public record End(
    String channel, String who, MessageType type, boolean exact, Place named, Place typed) {}
