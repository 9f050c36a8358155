/** State of a thread, and state of a piece of work. */
@NullMarked
package io.lappet.examples.context;

import org.jspecify.annotations.NullMarked;
