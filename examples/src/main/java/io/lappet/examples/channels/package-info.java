/** Channels: the classic programs about queues. */
@NullMarked
package io.lappet.examples.channels;

import org.jspecify.annotations.NullMarked;
