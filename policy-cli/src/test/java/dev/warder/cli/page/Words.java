package dev.warder.cli.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a command line, as a shell in a folder reads them. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile("(?:\"[^\"]*\"|'[^']*'|\\$\\([^)]*\\)|[^\\s\"'])+");
  private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\"']+)");

  /** The content of a file, or of the line of its answer that names a head. */
  private static final Pattern SUBSTITUTION =
      Pattern.compile("\\$\\((cat|sed -n 's/\\^ \\*head: \\*//p') ([\\w./-]+)\\)");

  private Words() {}

  /** Returns the words without their quotation marks, and with the files that they ask for. */
  static List<String> of(String command, Path folder) throws IOException {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(command).results().toList()) {
      StringBuilder text = new StringBuilder();
      for (MatchResult piece : PIECE.matcher(word.group()).results().toList()) {
        if (piece.group(2) != null) {
          text.append(piece.group(2));
        } else {
          String open = piece.group(1) == null ? piece.group(3) : piece.group(1);
          text.append(substituted(open, folder));
        }
      }
      words.add(text.toString());
    }
    return words;
  }

  private static String substituted(String text, Path folder) throws IOException {
    StringBuilder result = new StringBuilder();
    Matcher given = SUBSTITUTION.matcher(text);
    while (given.find()) {
      String content = Files.readString(folder.resolve(given.group(2))).strip();
      String value =
          given.group(1).equals("cat")
              ? content
              : content.replaceFirst("(?s).*\n *head: *(\\S+)\n.*", "$1");
      given.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return given.appendTail(result).toString();
  }
}
