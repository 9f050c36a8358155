package plugins;

/** Is told of a change. */
public interface Listener<T> {
  void changed(T what);
}
