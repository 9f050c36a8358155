package io.lappet.processor.write;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts right what JavaPoet lays out differently from a person. */
final class Layout {
  /** How long a line may be. */
  static final int WIDTH = 100;

  private static final Pattern COMMENT =
      Pattern.compile("(?m)^( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/");

  private static final Pattern FIELDS =
      Pattern.compile("(?m)(^  private final [^\n]*;\n)\n(?=  private final )");
  private static final Pattern CONSTANTS =
      Pattern.compile("(?m)(^  private static final [^\n]*;\n)\n(?=  private static final )");
  private static final Pattern LONG_NEW = Pattern.compile(" = \n {2}(?=new )");
  private static final Pattern LONG_THROWS = Pattern.compile(" throws\n {6}");

  private Layout() {}

  static String of(String source) {
    String text = source;
    // Fields belong together; constants before them stand apart.
    text = FIELDS.matcher(text).replaceAll("$1");
    text = CONSTANTS.matcher(text).replaceAll("$1");
    // What is too long for the line of its name stands on the next.
    text = LONG_NEW.matcher(text).replaceAll(" =\n      ");
    // What is thrown stays with its word.
    text = LONG_THROWS.matcher(text).replaceAll("\n      throws ");
    return COMMENT.matcher(text).replaceAll(Layout::onOneLine);
  }

  private static String onOneLine(MatchResult comment) {
    String line = "%s/** %s */".formatted(comment.group(1), comment.group(2));
    return Matcher.quoteReplacement(line.length() <= WIDTH ? line : comment.group());
  }
}
