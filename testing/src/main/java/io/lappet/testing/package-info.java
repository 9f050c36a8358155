/** Tests in virtual time, in an order that a seed repeats. */
@NullMarked
package io.lappet.testing;

import org.jspecify.annotations.NullMarked;
