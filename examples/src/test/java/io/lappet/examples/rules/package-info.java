/**
 * Whole programs against the rules of the library.
 *
 * <p>Rules and cases ({@code QSD.3}) are numbered as in the specification of what users see,
 * sections as in the design.
 */
package io.lappet.examples.rules;
