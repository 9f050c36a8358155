package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@Woven(confined = true)
abstract class Loop {
  @PeriodicTimer(every = "1s")
  void look() throws IOException {
    String text = Files.readString(Path.of("x")); //! LAP204 //= String text = String.valueOf(Path.of("x").getFileName());
    if (text.isEmpty()) throw new IOException();
  }

  static boolean is(Path path) {
    return Files.exists(path);
  }
}
