/** What confined objects cost. */
package io.lappet.benchmarks.confined;
