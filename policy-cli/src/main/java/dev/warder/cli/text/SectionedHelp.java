package dev.warder.cli.text;

import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command's help: its own options first, and those of many commands under headings. */
public final class SectionedHelp extends Help {
  /** Makes the help of a command. */
  public SectionedHelp(CommandSpec spec, ColorScheme colours) {
    super(spec, colours);
  }

  /** Returns the options, section by section. */
  @Override
  public String optionList() {
    StringBuilder text = new StringBuilder();
    for (int section : OptionSection.all()) {
      List<OptionSpec> options =
          commandSpec().options().stream()
              .filter(option -> OptionSection.of(option.order()) == section)
              .sorted(Comparator.comparing(OptionSpec::usageHelp))
              .toList();
      if (!options.isEmpty()) {
        String heading = OptionSection.heading(section);
        boolean isFirst = text.isEmpty() && commandSpec().positionalParameters().isEmpty();
        text.append(heading.isEmpty() ? "" : (isFirst ? "%s%n" : "%n%s%n").formatted(heading));
        text.append(list(options));
      }
    }
    return text.toString();
  }

  private String list(List<OptionSpec> options) {
    Layout layout = createDefaultLayout();
    layout.addOptions(options, parameterLabelRenderer());
    return layout.toString();
  }
}
