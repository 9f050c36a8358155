/**
 * The one place where threads wait and time is read.
 *
 * <p>Everything in the runtime that waits, or asks what time it is, asks the {@link
 * io.lappet.internal.seam.Seam} of its fabric. In production that is {@link
 * io.lappet.internal.seam.SystemSeam}; a {@code TestFabric} puts its own in, which owns time and
 * order.
 */
@NullMarked
package io.lappet.internal.seam;

import org.jspecify.annotations.NullMarked;
