/**
 * What generated code costs beside what a person would have written with {@code
 * java.util.concurrent}. Both sides stand in the same class and are measured in the same run.
 */
package io.lappet.benchmarks;
