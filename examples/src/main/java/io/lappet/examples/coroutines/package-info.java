/** Bodies that take turns: coroutines, generators, and one thread for many tasks. */
@NullMarked
package io.lappet.examples.coroutines;

import org.jspecify.annotations.NullMarked;
