/** Small programs, one idea each. */
@NullMarked
package io.lappet.examples;

import org.jspecify.annotations.NullMarked;
