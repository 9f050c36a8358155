/** Once later, and again and again: the classic programs about timers. */
@NullMarked
package io.lappet.examples.timers;

import org.jspecify.annotations.NullMarked;
