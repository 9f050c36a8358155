package io.lappet.processor.write;

/** Puts right what JavaPoet lays out differently from a person. */
final class Layout {
  private static final int WIDTH = 100;

  private Layout() {}

  static String of(String source) {
    String text = source;
    // Fields belong together; constants before them stand apart.
    text = text.replaceAll("(?m)(^  private final [^\n]*;\n)\n(?=  private final )", "$1");
    text = text.replaceAll(
        "(?m)(^  private static final [^\n]*;\n)\n(?=  private static final )", "$1");
    // What is too long for the line of its name stands on the next.
    text = text.replaceAll(" = \n {2}(?=new )", " =\n      ");
    // What is thrown stays with its word.
    text = text.replaceAll(" throws\n {6}", "\n      throws ");
    return oneLineComment(text);
  }

  private static String oneLineComment(String text) {
    String shorter = text.replaceFirst("/\\*\\*\n \\* ([^\n]*)\n \\*/", "/** $1 */");
    boolean fits = shorter
        .lines()
        .filter(line -> line.startsWith("/**"))
        .allMatch(line -> line.length() <= WIDTH);
    return fits ? shorter : text;
  }
}
