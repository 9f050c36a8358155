/**
 * What applications use: the {@link Fabric} and the handles of what it runs.
 *
 * <p>Unless a method says otherwise: arguments and results are never null ({@link
 * java.lang.NullPointerException}); a duration that is negative counts as zero and the largest one
 * does not overflow; time is monotonic and nothing happens early; everything here is safe for use by
 * several threads.
 */
@NullMarked
package io.lappet;

import org.jspecify.annotations.NullMarked;
