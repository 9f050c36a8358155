/**
 * Finds files with the same content.
 *
 * <p>{@link io.lappet.dupes.DuplicateFinder} is the place to begin: it is the whole pipeline, a
 * method for each stage, and an annotation says where a stage takes its work from and where its
 * results go. {@link io.lappet.dupes.Dashboard} is what the user sees and presses meanwhile. Both
 * are abstract: Lappet's annotation processor writes their subclasses {@code WovenDuplicateFinder}
 * and {@code WovenDashboard}, with all the threads, channels and locks in them.
 *
 * <p>The other classes are plain Java that knows nothing of concurrency, and can be tested without
 * it: {@link io.lappet.dupes.TreeWalk} and {@link io.lappet.dupes.Contents} read the disk, {@link
 * io.lappet.dupes.Findings} keeps the books, {@link io.lappet.dupes.Report} is the result, which
 * {@link io.lappet.dupes.TextReport} and {@link io.lappet.dupes.JsonReport} write down, and {@link
 * io.lappet.dupes.Main} reads the command line.
 */
@NullMarked
package io.lappet.dupes;

import org.jspecify.annotations.NullMarked;
