package dev.warder.analysis.diff;

import static dev.warder.analysis.diff.Shop.changes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One change of a command at a time, and what it comes to. */
class CommandDiffTest {
  @Test
  void command_spellingRemovedOrAdded_isLostOrGained() throws Exception {
    assertThat(
            changes(
                "{aliases: [shop show], calls: [me, get]}",
                "{former: [shop see], calls: [me, get]}"))
        .containsExactly(
            "COMMAND shop get CHANGED; aliases shop show > -; former - > shop see;"
                + " GAIN shop see with look; LOSS shop show with look");
  }

  @Test
  void command_renamed_isPairedByAnotherSpelling() throws Exception {
    assertThat(
            changes(
                "shop get: {aliases: [shop show]",
                "shop view: {aliases: [shop show], former: [shop get]"))
        .containsExactly(
            "COMMAND shop view CHANGED; name shop get > shop view; former - > shop get;"
                + " GAIN shop view with look");
  }

  @Test
  void command_condition_isAQuestionOfItsOwn() throws Exception {
    assertThat(changes(", when: [{name: name, condition: by name, calls: [list]}]", ""))
        .containsExactly(
            "COMMAND shop put CHANGED; when name > -; when name condition by name > -;"
                + " when name calls list > -; LOSS shop put (when name) with look and make");
  }

  @Test
  void command_callNobodyDescribes_isLost() throws Exception {
    assertThat(changes("calls: [me, get]", "calls: [me, get, {unspecified: GET /x}]"))
        .containsExactly(
            "COMMAND shop get CHANGED; calls me, get > me, get, GET /x; LOSS shop get with look");
  }
}
