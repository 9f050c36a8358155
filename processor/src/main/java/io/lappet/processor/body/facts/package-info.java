/**
 * What the bodies of a compilation say, in names and values: no type of a compiler is here, so that
 * every check over them can be tested without one.
 */
@NullMarked
package io.lappet.processor.body.facts;

import org.jspecify.annotations.NullMarked;
