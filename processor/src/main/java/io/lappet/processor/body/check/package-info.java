/** The rules over the bodies of a compilation, and what they say. */
@NullMarked
package io.lappet.processor.body.check;

import org.jspecify.annotations.NullMarked;
