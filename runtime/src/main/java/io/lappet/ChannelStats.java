package io.lappet;

import java.time.Duration;

/**
 * What has gone through a channel so far. The numbers are read one after the other, so they may be
 * some messages apart while the channel is in use.
 *
 * @param depth how many messages wait to be received
 * @param highWater the most that have ever waited at once
 * @param sent how many messages have entered
 * @param received how many were taken out to be handled; of a topic, by every consumer method
 * @param dropped how many were dropped because the channel was full
 * @param meanWait how long messages waited on average, of a sample that begins with the first; zero
 *     before one of the sample was received
 * @param maxWait how long the longest waited, of the same sample
 */
public record ChannelStats(
    int depth,
    int highWater,
    long sent,
    long received,
    long dropped,
    Duration meanWait,
    Duration maxWait) {}
