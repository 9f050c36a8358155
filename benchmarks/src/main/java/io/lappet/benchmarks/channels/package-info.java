/**
 * Channels beside what one would write by hand or take from another library. {@link
 * io.lappet.benchmarks.channels.Compare} runs all contenders in turn and prints the figures.
 */
package io.lappet.benchmarks.channels;
