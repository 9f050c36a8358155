package cafe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Says which lock guards a field. */
@Target(ElementType.FIELD)
public @interface GuardedBy {
  String value();
}
