/**
 * What is configured for a program without compiling it again: values for elements of annotations, by
 * the name of the component, of its member and of the element.
 */
@NullMarked
package io.lappet.internal.config;

import org.jspecify.annotations.NullMarked;
