package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.internal.fabric.FabricCore;
import java.util.function.Function;

/**
 * The resources of a shared interface: one set per fabric. The generated class has one object of this
 * in a static field; what is made belongs to the fabric, and goes with it.
 *
 * @param <T> the generated class
 */
public final class SharedResources<T> {
  private final int version;
  private final String name;
  private final Function<Weaving, T> maker;

  /**
   * Makes none yet.
   *
   * @param version the version of the contract that the generated code was made for
   * @param name the first part of the names of the resources; a second live one gets a number
   * @param maker only makes resources: it is called with a lock of the fabric held
   */
  public SharedResources(int version, String name, Function<Weaving, T> maker) {
    this.version = version;
    this.name = name;
    this.maker = maker;
  }

  /**
   * Returns the resources of {@code fabric}, which are those of a fabric in front of it, too. The
   * first who asks has them made; what that thread did before is visible to all who ask. They are
   * there as long as the fabric object, closed or not.
   *
   * @throws io.lappet.WiringException if this runtime cannot serve that version
   */
  @SuppressWarnings("unchecked") // what is kept under this object was made by its maker
  public T in(Fabric fabric) {
    Weaving.requireVersion(version, name);
    FabricCore core = FabricCore.of(fabric);
    return (T)
        core.shared(this, name, component -> maker.apply(new Weaving(core, core, component)));
  }
}
