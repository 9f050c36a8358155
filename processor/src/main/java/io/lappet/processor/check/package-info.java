/** The messages, and the rules over the whole model of a class. */
@NullMarked
package io.lappet.processor.check;

import org.jspecify.annotations.NullMarked;
