/** Calls that run elsewhere beside what one would write by hand. */
package io.lappet.benchmarks.calls;
