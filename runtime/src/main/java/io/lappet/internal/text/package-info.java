/**
 * What people write in annotations and in configuration, what they may have meant, and how the files
 * of facts are called. It needs the JDK alone: the compiler reads annotations with it, and the
 * processor has a copy of it. A program that is not configured loads none of it.
 */
@NullMarked
package io.lappet.internal.text;

import org.jspecify.annotations.NullMarked;
