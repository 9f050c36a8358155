package app;

import io.lappet.*;
import io.lappet.annotation.*;

public abstract class GatePublic {
  public abstract Gate green();

  @WaitUntil("green")
  void cross() throws InterruptedException {}
}
