import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of dupes and writes its groups as text: a path a line, an empty line between. */
final class JsonGroups {
  private final String json;
  private int at;

  private JsonGroups(String json) {
    this.json = json;
  }

  public static void main(String... args) throws IOException {
    String json =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(java.nio.ByteBuffer.wrap(System.in.readAllBytes()))
            .toString();
    JsonGroups reader = new JsonGroups(json);
    Map<?, ?> report = (Map<?, ?>) reader.value();
    reader.skipBlanks();
    reader.check(reader.at == json.length(), "something follows the object");
    OutputStream out = new java.io.BufferedOutputStream(System.out);
    String separator = "";
    for (Object group : (List<?>) report.get("groups")) {
      out.write(separator.getBytes());
      separator = "\n";
      for (Object file : (List<?>) ((Map<?, ?>) group).get("files")) {
        writeBytes((String) file, out);
        out.write('\n');
      }
    }
    out.flush();
  }

  /** Writes UTF-8, but a lone surrogate U+DC00 + b as the byte b that it stands for. */
  private static void writeBytes(String path, OutputStream out) throws IOException {
    for (int i = 0; i < path.length(); i++) {
      int c = path.codePointAt(i);
      if (c >= 0xDC80 && c <= 0xDCFF) {
        out.write(c - 0xDC00);
      } else {
        out.write(new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c) - 1;
      }
    }
  }

  private Object value() {
    skipBlanks();
    char c = json.charAt(at);
    if (c == '{') {
      Map<String, Object> object = new LinkedHashMap<>();
      for (at++, skipBlanks(); json.charAt(at) != '}'; separator('}')) {
        skipBlanks();
        String key = string();
        skipBlanks();
        check(json.charAt(at++) == ':', "a colon is missing");
        check(object.put(key, value()) == null, "a key comes twice");
      }
      at++;
      return object;
    }
    if (c == '[') {
      List<Object> list = new ArrayList<>();
      for (at++, skipBlanks(); json.charAt(at) != ']'; separator(']')) {
        list.add(value());
      }
      at++;
      return list;
    }
    if (c == '"') {
      return string();
    }
    int start = at;
    while ("+-.".indexOf(json.charAt(at)) >= 0 || Character.isLetterOrDigit(json.charAt(at))) {
      at++;
    }
    String word = json.substring(start, at);
    check(word.matches("true|false|null|-?(0|[1-9][0-9]*)"), "no value: " + word);
    return word;
  }

  private void separator(char end) {
    skipBlanks();
    if (json.charAt(at) == ',') {
      at++;
      skipBlanks();
      check(json.charAt(at) != end, "a comma too many");
    } else {
      check(json.charAt(at) == end, "a comma is missing");
    }
  }

  private String string() {
    check(json.charAt(at++) == '"', "a string is missing");
    StringBuilder text = new StringBuilder();
    for (char c; (c = json.charAt(at++)) != '"'; ) {
      check(c >= ' ', "a control character in a string");
      if (c == '\\') {
        c = json.charAt(at++);
        if (c == 'u') {
          c = (char) Integer.parseInt(json, at, at + 4, 16);
          at += 4;
        } else {
          check(c == '"' || c == '\\', "an unknown escape");
        }
      }
      text.append(c);
    }
    return text.toString();
  }

  private void skipBlanks() {
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
  }

  private void check(boolean good, String problem) {
    if (!good) {
      throw new IllegalStateException("not JSON at " + at + ": " + problem);
    }
  }
}
