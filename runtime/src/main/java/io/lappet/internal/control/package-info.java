/** How the testing artifact puts its own seam into a fabric. */
@NullMarked
package io.lappet.internal.control;

import org.jspecify.annotations.NullMarked;
