package dev.warder.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader of a user's text takes every way of ending lines alike: SEMANTICS.md, section 12.
 */
final class InputVariantsTest extends WithStore {
  private static final String CATALOGUE =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: Notes
      categories:
        notes: Notes
      capabilities:
        read:note:
          label: Read
          category: notes
      operations:
        list-notes:
          method: GET
          path: /notes
          summary: List
          requires: read:note
      """;
  private static final String VECTORS =
      """
      {"format": 1, "title": "notes", "catalogue": "control-api.yaml", "vectors": [
        {"name": "anonymous", "anonymous": true, "method": "GET", "path": "/v1/none",
          "expect": {"reason": "unknown-operation"}}
      ]}
      """;
  private static final String OPENAPI_YAML =
      """
      openapi: 3.1.0
      info:
        title: Notes
        version: "1"
      paths:
        /v1/me:
          get:
            responses: {}
      """;
  private static final String OPENAPI_JSON =
      """
      {"openapi": "3.1.0", "info": {"title": "Notes", "version": "1"},
        "paths": {"/v1/me": {"get": {"responses": {}}}}}
      """;
  private static final String OPENAPI_OF_SCOPES =
      """
      openapi: 3.1.0
      info:
        title: Notes
        version: "1"
      components:
        securitySchemes:
          oauth:
            type: oauth2
            flows:
              implicit:
                scopes:
                  read: Read notes
      paths:
        /v1/me:
          get:
            tags:
              - My notes
            security:
              - oauth: [read]
            description: |
              Get notes
              and more
      """;
  private static final String BATCH =
      """
      {"anonymous": true, "method": "GET", "path": "/v1/none"}
      {"anonymous": true, "method": "GET", "path": "/v1/me"}
      """;
  private static final String LOG =
      """
      {"method": "GET", "target": "/v1/me"}
      {"method": "GET", "target": "/v1/none"}
      """;
  private static final String KEY = "ab".repeat(32) + "\n";

  /** What a user's text is read as. */
  enum Reader {
    CHECK_TOKEN_FILE,
    INSPECT_TOKEN_FILE,
    ME_TOKEN_FILE,
    SHOW_TOKEN_FILE,
    KEY_SET,
    ENCRYPTION_KEY,
    AUDIT_KEY,
    BATCH,
    LOG,
    VECTORS,
    CATALOGUE,
    OPENAPI_YAML,
    OPENAPI_JSON,
    OPENAPI_IMPORT;

    boolean isOfAToken() {
      return switch (this) {
        case CHECK_TOKEN_FILE, INSPECT_TOKEN_FILE, ME_TOKEN_FILE, SHOW_TOKEN_FILE -> true;
        default -> false;
      };
    }
  }

  /** How the same text may stand in a file. */
  enum Variant {
    BYTE_ORDER_MARK,
    CARRIAGE_RETURNS,
    NO_FINAL_NEWLINE,
    BLANK_LINES_AT_THE_END,
    BLANK_LINE_AT_THE_BEGIN,
    SPACES_AT_THE_ENDS_OF_LINES,
    ALL;

    byte[] of(String text) {
      String changed =
          switch (this) {
            case BYTE_ORDER_MARK -> "\uFEFF" + text;
            case CARRIAGE_RETURNS -> text.replace("\n", "\r\n");
            case NO_FINAL_NEWLINE -> text.stripTrailing();
            case BLANK_LINES_AT_THE_END -> text + "\n  \n";
            case BLANK_LINE_AT_THE_BEGIN -> "\n" + text;
            case SPACES_AT_THE_ENDS_OF_LINES -> text.replace("\n", "  \n");
            case ALL -> "\uFEFF\r\n" + text.replace("\n", " \r\n") + "\r\n";
          };
      return changed.getBytes(UTF_8);
    }
  }

  private Path file;
  private String token = "";
  private String keys = "";
  private String auditKey = "";
  private Path value;

  @BeforeEach
  void makeToken() throws Exception {
    file = folder.resolve("input");
    value = folder.resolve("value");
    environment.put("WARDER_ENCRYPTION_KEY", KEY);
    environment.put("WARDER_AUDIENCE", "control-api");
    String unused = create("ci", "-c", "all", "--value-file", value.toString());
    token = Files.readString(value);
    keys = run("keys", "export").out();
    auditKey = Files.readString(Path.of(store + ".audit-key"));
  }

  private static void secret(Path file, byte[] bytes) throws Exception {
    Files.write(file, bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private String text(Reader reader) {
    return switch (reader) {
      case CHECK_TOKEN_FILE, INSPECT_TOKEN_FILE, ME_TOKEN_FILE, SHOW_TOKEN_FILE -> token;
      case KEY_SET -> keys;
      case ENCRYPTION_KEY -> KEY;
      case AUDIT_KEY -> auditKey;
      case BATCH -> BATCH;
      case LOG -> LOG;
      case VECTORS -> VECTORS;
      case CATALOGUE -> CATALOGUE;
      case OPENAPI_YAML -> OPENAPI_YAML;
      case OPENAPI_JSON -> OPENAPI_JSON;
      case OPENAPI_IMPORT -> OPENAPI_OF_SCOPES;
    };
  }

  private Run read(Reader reader, byte[] bytes) throws Exception {
    secret(file, bytes);
    String name = file.toString();
    return switch (reader) {
      case CHECK_TOKEN_FILE -> check(name, keysFile(keys));
      case INSPECT_TOKEN_FILE -> run("token", "inspect", "--token-file", name);
      case ME_TOKEN_FILE -> run("me", "--token-file", name);
      case SHOW_TOKEN_FILE -> run("token", "show", "--token-file", name);
      case KEY_SET -> check(value.toString(), name);
      case ENCRYPTION_KEY ->
          run("token", "show", "--token-file", value.toString(), "--encryption-key-file", name);
      case AUDIT_KEY -> run("audit", "verify", "--audit-key-file", name);
      case BATCH -> run("check", "--batch", name);
      case LOG -> run("unused", "--json", "--capabilities", "read:app", name);
      case VECTORS -> run("test", "--catalogue", "../spec/control-api.yaml", name);
      case CATALOGUE -> run("capabilities", "--catalogue", name);
      case OPENAPI_YAML, OPENAPI_JSON -> run("openapi", "compare", name, "--json");
      case OPENAPI_IMPORT ->
          run("openapi", "import", name, "--scopes", "all-of", "--scheme", "oauth");
    };
  }

  private String keysFile(String text) throws Exception {
    return Files.writeString(folder.resolve("keys.json"), text).toString();
  }

  private Run check(String tokenFile, String keysFile) {
    return run(
        "check",
        "--token-file",
        tokenFile,
        "--keys",
        keysFile,
        "--any-issuer",
        "--any-audience",
        "GET",
        "/v1/me");
  }

  static Stream<Arguments> readersAndVariants() {
    return Stream.of(Reader.values())
        .flatMap(reader -> Stream.of(Variant.values()).map(variant -> arguments(reader, variant)));
  }

  @ParameterizedTest
  @MethodSource("readersAndVariants")
  void eachReader_takesEachVariant(Reader reader, Variant variant) throws Exception {
    Run plain = read(reader, text(reader).getBytes(UTF_8));
    assertThat(plain.exitCode()).as(plain.toString()).isNotEqualTo(2);
    assertThat(read(reader, variant.of(text(reader)))).isEqualTo(plain);
  }

  /** In YAML alone no line begins with a tab. */
  @ParameterizedTest
  @EnumSource
  void eachReader_blankLineWithATab_isPassedOverButInYaml(Reader reader) throws Exception {
    Run plain = read(reader, text(reader).getBytes(UTF_8));
    Run run = read(reader, (" \t \n" + text(reader) + " \t\n").getBytes(UTF_8));
    if (EnumSet.of(Reader.CATALOGUE, Reader.OPENAPI_YAML, Reader.OPENAPI_IMPORT).contains(reader)) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("TAB");
    } else {
      assertThat(run).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachReader_textThatIsNotUtf8_isNoAnswer(Reader reader) throws Exception {
    for (byte[] bytes :
        List.of(text(reader).getBytes(UTF_16), ("\u00e9" + text(reader)).getBytes(ISO_8859_1))) {
      Run run = read(reader, bytes);
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
      assertThat(run.out()).doesNotContain("DENIED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachReader_secondByteOrderMark_isAPartOfTheText(Reader reader) throws Exception {
    Run run = read(reader, ("\uFEFF\uFEFF" + text(reader)).getBytes(UTF_8));
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).doesNotContain("DENIED");
  }

  @ParameterizedTest
  @EnumSource
  void eachReader_nothing_isNoAnswer(Reader reader) throws Exception {
    for (String text : List.of("", "\n \r\n", "\uFEFF")) {
      Run run = read(reader, text.getBytes(UTF_8));
      assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }

  static Stream<Arguments> readersOfATokenAndHeaders() {
    return Stream.of(Reader.values())
        .filter(Reader::isOfAToken)
        .flatMap(
            reader ->
                Stream.of("Authorization: Bearer ", "authorization:bearer  ", "Bearer ")
                    .map(header -> arguments(reader, header)));
  }

  @ParameterizedTest
  @MethodSource("readersOfATokenAndHeaders")
  void eachReaderOfAToken_takesAHeaderLine(Reader reader, String header) throws Exception {
    Run plain = read(reader, token.getBytes(UTF_8));
    assertThat(plain.exitCode()).as(plain.toString()).isZero();
    assertThat(read(reader, ("\uFEFF" + header + token).getBytes(UTF_8))).isEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"CHECK_TOKEN_FILE", "INSPECT_TOKEN_FILE", "ME_TOKEN_FILE", "SHOW_TOKEN_FILE"})
  void aHeaderFile_isATokenFileOfEachCommand(Reader reader) throws Exception {
    Path headerFile = folder.resolve("header");
    String unused = create("second", "-c", "all", "--header-file", headerFile.toString());
    Run run = read(reader, Files.readAllBytes(headerFile));
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }
}
