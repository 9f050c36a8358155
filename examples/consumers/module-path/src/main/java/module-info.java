module consumer {
  requires io.lappet.runtime;
}
