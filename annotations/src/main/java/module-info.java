/** The annotations with which concurrency is declared. They are read by the compiler alone. */
module io.lappet.annotation {
  requires static org.jspecify;

  exports io.lappet.annotation;
}
