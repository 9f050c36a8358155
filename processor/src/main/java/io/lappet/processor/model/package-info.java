/** What the annotations of one class say: names and values, and places to show messages at. */
@NullMarked
package io.lappet.processor.model;

import org.jspecify.annotations.NullMarked;
