/** Turns the bodies that javac has attributed into facts. Nothing else here knows javac's trees. */
@NullMarked
package io.lappet.processor.body.read;

import org.jspecify.annotations.NullMarked;
