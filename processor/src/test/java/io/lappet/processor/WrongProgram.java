package io.lappet.processor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program with one mistake, and its repair. The line with the mistake ends in {@code //! LAP010};
 * {@code //= text} stands for the line in the repaired program, {@code //+ text} is there only. A line
 * {@code //? option} is an option that both are compiled with.
 */
record WrongProgram(
    Path file,
    String name,
    List<String> options,
    String wrong,
    String right,
    String id,
    long line) {
  private static final String MISTAKE = "//! ";
  private static final String INSTEAD = "//=";
  private static final String ALSO = "//+ ";
  private static final String OPTION = "//? ";

  static WrongProgram read(Path file) {
    List<String> options = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> right = new ArrayList<>();
    String id = "";
    long line = 0;
    for (String text : SourceText.read(file).split("\n", -1)) {
      String code = before(before(before(text, MISTAKE), INSTEAD), ALSO);
      wrong.add(code.stripTrailing());
      right.add(text.contains(INSTEAD) ? after(text, INSTEAD) : code + after(text, ALSO));
      if (text.contains(OPTION)) {
        options.add(after(text, OPTION));
      }
      if (text.contains(MISTAKE)) {
        id = after(text, MISTAKE).substring(0, "LAP000".length());
        line = wrong.size();
      }
    }
    String name = file.getFileName().toString().replace(".java", "");
    return new WrongProgram(
        file,
        name,
        List.copyOf(options),
        String.join("\n", wrong),
        String.join("\n", right),
        id,
        line);
  }

  static List<WrongProgram> all() {
    return all("wrong");
  }

  static List<WrongProgram> all(String folder) {
    return SourceText.files(folder, ".java").stream().map(WrongProgram::read).toList();
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String after(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? "" : text.substring(at + mark.length()).strip();
  }

  @Override
  public String toString() {
    return name;
  }
}
