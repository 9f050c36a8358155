package boot;

/** A template: each service describes itself when it is made. */
public abstract class Service {
  private final String description;

  protected Service(String name) {
    this.description = describe(name);
  }

  protected abstract String describe(String name);

  public String description() {
    return description;
  }
}
