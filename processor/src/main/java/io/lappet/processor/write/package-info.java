/** From the model to the source of the woven class. */
@NullMarked
package io.lappet.processor.write;

import org.jspecify.annotations.NullMarked;
