package io.lappet.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.Signature;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names and sentences are written. */
final class Text {
  /** How much of a line of a comment that is not indented is left for text. */
  static final int WIDTH = 97;

  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

  private Text() {}

  static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String uncapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code name} with {@code suffix}, unless it ends like that. */
  static String ending(String name, String suffix) {
    return name.endsWith(suffix) ? name : name + suffix;
  }

  /** {@code takeSoon} as {@code TAKE_SOON}. */
  static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** A call as messages name it, with the types of its parameters: {@code Cart.add(Item)}. */
  static String call(String type, Signature signature) {
    return signature.parameters().stream()
        .map(parameter -> simple(parameter.type()))
        .collect(Collectors.joining(", ", type + "." + signature.name() + "(", ")"));
  }

  private static String simple(TypeName type) {
    if (type instanceof ParameterizedTypeName generic) {
      return generic.rawType().simpleName();
    } else if (type instanceof ArrayTypeName array) {
      return simple(array.componentType()) + "[]";
    } else if (type instanceof ClassName name) {
      return name.simpleName();
    }
    return type.withoutAnnotations().toString();
  }

  /** How long {@code code} is on one line. */
  static int width(CodeBlock code) {
    // What is rendered without a file has no imports yet.
    return PACKAGE.matcher(code.toString()).replaceAll("").length();
  }

  /** {@code sentence} in lines that fit into a comment of that width. */
  static String wrapped(String sentence, int width) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : sentence.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > width) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }

  /** Names are free text, and must not end the comment. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;");
  }
}
