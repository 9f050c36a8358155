/** Waiting until somebody opens: the classic programs about events. */
@NullMarked
package io.lappet.examples.gates;

import org.jspecify.annotations.NullMarked;
