/** What others may put in. */
@NullMarked
package io.lappet.spi;

import org.jspecify.annotations.NullMarked;
