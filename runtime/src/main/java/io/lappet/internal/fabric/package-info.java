/**
 * The fabric and what runs in it: workers, tasks, timers, and the order of starting and closing.
 *
 * <p><b>Locks.</b> The lock of the fabric comes first, then those of workers and tasks, then those of
 * channels and the timer queue; nobody who holds one takes one before it. None is held while a
 * listener is called or user code runs.
 */
@NullMarked
package io.lappet.internal.fabric;

import org.jspecify.annotations.NullMarked;
