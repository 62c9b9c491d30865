package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Every command of the tree shows its help, whatever parameters it needs. */
final class HelpTest {
  static Stream<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>();
    add(WarderCommand.line(), List.of(), commands);
    assertThat(commands).hasSizeGreaterThan(40);
    return commands.stream();
  }

  private static void add(CommandLine line, List<String> path, List<List<String>> commands) {
    commands.add(path);
    line.getSubcommands()
        .forEach(
            (name, command) ->
                add(command, Stream.concat(path.stream(), Stream.of(name)).toList(), commands));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommand_bothSpellingsOfHelp_showItsUsage(List<String> path) {
    for (String help : List.of("-h", "--help")) {
      Run run = Run.warder(Stream.concat(path.stream(), Stream.of(help)).toArray(String[]::new));
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("Usage: warder", "\nExit code", "\nExample");
      path.forEach(name -> assertThat(run.out()).contains(name));
    }
  }

  @Test
  void help_askedForTwice_isShown() {
    String help = Run.line("check --help").out();
    for (String line :
        List.of("help check --help", "check -h --help", "check -h -h", "check --help --help")) {
      assertThat(Run.line(line)).as(line).isEqualTo(Run.allowed(help));
    }
    assertThat(Run.line("-h -h")).isEqualTo(Run.line("--help"));
    assertThat(Run.line("check -h -h GET /v1/me").err())
        .startsWith("warder: type --help alone, right after the command\n");
    assertThat(Run.line("check -hh").exitCode()).isEqualTo(2);
  }

  /** A longer line would go on at the beginning of the next one. */
  @ParameterizedTest
  @MethodSource("commands")
  void eachCommand_linesOfItsFooter_standInItsHelpAsTheyAre(List<String> path) {
    CommandLine line = WarderCommand.line();
    for (String name : path) {
      line = line.getSubcommands().get(name);
    }
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    List<String> help = line.getUsageMessage(Ansi.OFF).lines().map(String::strip).toList();
    assertThat(help)
        .containsAll(Stream.of(usage.footer()).flatMap(String::lines).map(String::strip).toList());
    assertThat(line.getUsageMessage(Ansi.OFF).lines()).allMatch(printed -> printed.length() <= 80);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommand_help_hasPlainWords(List<String> path) {
    Run run = Run.warder(Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new));
    assertThat(run.out().replaceAll("\\s+", " "))
        .doesNotContain("whoever", "unless said", "is said", "are said", "is told", "nothing but");
  }

  @Test
  void options_ofTheCommandAlone_standBeforeThoseOfMany() {
    assertThat(Run.warder("token", "create", "--help").out())
        .containsSubsequence(
            "--capability",
            "\nStore:\n",
            "--store",
            "\nTokens and keys of the store:\n",
            "--issuer",
            "\nCatalogue:\n",
            "--catalogue",
            "\nOutput and help:\n",
            "--json",
            "--help");
    assertThat(Run.warder("openapi", "compare", "--help").out())
        .containsSubsequence(
            "--base-path", "\nCatalogue:\n", "--catalogue", "\nOutput and help:\n", "--json");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommand_helpBesideAnArgument_isRefused(List<String> path) {
    Run run =
        Run.warder(
            Stream.concat(path.stream(), Stream.of("--help", "argument")).toArray(String[]::new));
    assertThat(run.exitCode()).as(run.out()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aGroup_helpBeforeItsCommand_isRefused() {
    for (String args : List.of("--help token list", "token -h list", "admin --help add")) {
      Run run = Run.warder(args.split(" "));
      assertThat(run.exitCode()).as(args).isEqualTo(2);
      assertThat(run.err()).startsWith("warder: type --help last: the command, then --help\n");
    }
  }
}
