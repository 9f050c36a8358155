/** Synchronous and asynchronous, blocking and not blocking. */
@NullMarked
package io.lappet.examples.calls;

import org.jspecify.annotations.NullMarked;
