/** From the compiler's elements to the model, with the questions that one element can answer. */
@NullMarked
package io.lappet.processor.read;

import org.jspecify.annotations.NullMarked;
