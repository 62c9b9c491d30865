package dev.warder.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {
  private static String printed(Consumer<JsonObject> members) {
    StringWriter out = new StringWriter();
    JsonObject.print(new PrintWriter(out), members);
    return out.toString();
  }

  @Test
  void print_noMember_isTheFormatAlone() {
    assertThat(printed(object -> {})).isEqualTo("{\"format\":1}\n");
  }

  @Test
  void put_eachKindOfValue_isWrittenAsSuch() {
    assertThat(
            printed(
                object -> {
                  object.put("text", "a");
                  object.put("number", Long.MAX_VALUE);
                  object.put("truth", false);
                  object.put("other", Reason.WRONG_ACCOUNT);
                  object.put("time", Instant.EPOCH);
                }))
        .isEqualTo(
            "{\"format\":1,\"text\":\"a\",\"number\":9223372036854775807,\"truth\":false,"
                + "\"other\":\"wrong-account\",\"time\":\"1970-01-01T00:00:00Z\"}\n");
  }

  @Test
  void put_nothing_isNull() {
    assertThat(
            printed(
                object -> {
                  object.put("a", null);
                  object.put("b", Optional.empty());
                }))
        .isEqualTo("{\"format\":1,\"a\":null,\"b\":null}\n");
  }

  @Test
  void putIfPresent_nothing_isNoMember() {
    assertThat(
            printed(
                object -> {
                  object.putIfPresent("a", Optional.empty());
                  object.putIfPresent("b", Optional.of(2));
                }))
        .isEqualTo("{\"format\":1,\"b\":2}\n");
  }

  @Test
  void put_collection_isAListOfItsValues() {
    assertThat(printed(object -> object.put("a", List.of(List.of("x", 1), List.of()))))
        .isEqualTo("{\"format\":1,\"a\":[[\"x\",1],[]]}\n");
  }

  @Test
  void putObjects_eachElement_isAnObject() {
    assertThat(
            printed(
                object ->
                    object.putObjects("a", List.of(1, 2), (one, value) -> one.put("b", value))))
        .isEqualTo("{\"format\":1,\"a\":[{\"b\":1},{\"b\":2}]}\n");
  }

  @Test
  void put_charactersOutsideOfAscii_areEscapedAsDeleteIs() {
    assertThat(printed(object -> object.put("a", "\u007f\u009b\u202e\ud83d\ude00")))
        .isEqualTo("{\"format\":1,\"a\":\"\\u007F\\u009B\\u202E\\uD83D\\uDE00\"}\n");
  }

  @Test
  void putForeign_oneObject_isThatObject() {
    assertThat(printed(object -> object.putForeign("a", Optional.of(" {\"b\" : 1.50}"))))
        .isEqualTo("{\"format\":1,\"a\":{\"b\":1.50}}\n");
  }

  @Test
  void putForeign_moreThanOneObject_isAText() {
    assertThat(printed(object -> object.putForeign("a", Optional.of("{},\"format\":2"))))
        .isEqualTo("{\"format\":1,\"a\":\"{},\\\"format\\\":2\"}\n");
  }
}
