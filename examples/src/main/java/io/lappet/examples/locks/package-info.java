/** Two threads, one object: the classic programs about locks. */
@NullMarked
package io.lappet.examples.locks;

import org.jspecify.annotations.NullMarked;
