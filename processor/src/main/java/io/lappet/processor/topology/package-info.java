/** What the classes of a module declare, drawn: who runs, what is between them, who waits for what. */
@NullMarked
package io.lappet.processor.topology;

import org.jspecify.annotations.NullMarked;
