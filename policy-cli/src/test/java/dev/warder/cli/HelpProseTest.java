package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.page.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/** The help of each command keeps the rules of plain words. */
class HelpProseTest {
  /** Two blanks or the end of a line end a sentence too: of a list of exit codes, or an example. */
  private static final Pattern BREAK = Pattern.compile("%n|\\n|  +");

  static Stream<CommandSpec> commands() {
    List<CommandSpec> commands = new ArrayList<>();
    add(WarderCommand.line().getCommandSpec(), commands);
    return commands.stream();
  }

  private static void add(CommandSpec command, List<CommandSpec> commands) {
    commands.add(command);
    command.subcommands().values().forEach(line -> add(line.getCommandSpec(), commands));
  }

  private static List<String> sentences(CommandSpec command) {
    List<String> texts = new ArrayList<>();
    texts.add(String.join(" ", command.usageMessage().description()));
    command.options().forEach(option -> texts.add(String.join(" ", option.description())));
    command
        .positionalParameters()
        .forEach(parameter -> texts.add(String.join(" ", parameter.description())));
    texts.addAll(List.of(command.usageMessage().footer()));
    return texts.stream()
        .flatMap(BREAK::splitAsStream)
        .flatMap(t -> Sentences.of(t).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommand_sentences_areShort(CommandSpec command) {
    assertThat(sentences(command))
        .allMatch(sentence -> Sentences.words(sentence) <= Sentences.LONGEST);
    assertThat(Sentences.average(sentences(command))).isLessThanOrEqualTo(Sentences.AVERAGE);
  }

  @Test
  void longDescription_isFound() {
    CommandSpec command = CommandSpec.create();
    command.usageMessage().description("word ".repeat(31) + ".");

    assertThat(sentences(command)).anyMatch(sentence -> Sentences.words(sentence) == 31);
  }
}
