/** The queues between threads. Knows nothing of fabrics but the host that a channel is given. */
@NullMarked
package io.lappet.internal.channel;

import org.jspecify.annotations.NullMarked;
