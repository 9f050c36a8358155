package app;

import io.lappet.annotation.*;

/** One monitor is held around both orders, so that only one thread is inside. */
abstract class Archive {
  private int files;
  private int boxes;

  synchronized void put() {
    file();
  }

  synchronized void take() {
    box();
  }

  @Synchronized(lock = "files")
  void file() {
    files++;
    addBox();
  }

  @Synchronized(lock = "boxes")
  void addBox() {
    boxes++;
  }

  @Synchronized(lock = "boxes")
  void box() {
    boxes--;
    dropFile();
  }

  @Synchronized(lock = "files")
  void dropFile() {
    files--;
  }
}
