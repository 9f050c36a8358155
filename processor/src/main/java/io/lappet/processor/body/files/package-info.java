/**
 * What the bodies of a class say, kept in a text file beside the class, so that a compilation which calls
 * it knows them too.
 */
@NullMarked
package io.lappet.processor.body.files;

import org.jspecify.annotations.NullMarked;
