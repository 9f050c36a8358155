/** Timers beside what one would use without them. */
package io.lappet.benchmarks.timers;
