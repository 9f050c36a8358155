/**
 * The runtime of Lappet: {@code io.lappet} for people, {@code io.lappet.gen} for generated code.
 */
module io.lappet.runtime {
  requires transitive io.lappet.annotation;
  requires static org.jspecify;

  exports io.lappet;
  exports io.lappet.gen;
  exports io.lappet.spi;

  // For lappet-testing alone, and yet to everybody: builds put the tests of a module, and what only
  // they need, outside of all modules.
  exports io.lappet.internal.control;
  exports io.lappet.internal.order;
  exports io.lappet.internal.seam;
}
