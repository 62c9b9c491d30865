package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The canonical form, the fingerprint and written YAML of a catalogue that has every part. */
class CanonicalFormTest {
  static final String EVERY_PART =
      """
      # Keys stand in another order than that of the canonical form, and values in other spellings.
      format: "1"
      accepted:
        - {reason: "Kept: `*`", at: every apps list, warning: understated-documentation}
        - {warning: guards-nothing, at: 1, reason: yes}
      catalogue: every-part
      title: Every "part" \\ it has
      version: 2026-11
      expiry: {default: 30d, choices: [30d, never]}
      limits: {client: 60/hour, token: 2000/hour, account: 4000/hour}
      basePath: /v1
      documentation: https://example.com/docs
      categories:
        apps: Apps
        keys: "Cl\\u00e9s \\ud83d\\udd11"
      capabilities:
        read:app: {category: apps, label: Read App, access: read, implies: []}
        write:app: {implies: [read:app], access: write, category: apps, label: Write App}
        "*":
          escalates: >-
            Makes
            keys.
          label: yes
          category: keys
          access: admin
          implies: [write:app, read:app]
        1: {label: 1.0, category: keys}
      operations:
        health: {requires: public, summary: ~, path: /health, method: GET}
        me: {requires: any token, summary: "- Me", path: /me, method: GET}
        list-apps:
          requires: {any: [{all: [read:app]}]}
          summary: "List: apps # all"
          account: account_id
          path: "/accounts/{account_id}/apps"
          method: GET
        update-app:
          documentation: http://example.com/update
          requires: {any: [{all: [write:app, 1]}]}
          summary: Update an app
          owner: {app: id}
          path: "/apps/{id}"
          method: PATCH
        share-app:
          requires: {any: [{all: ["*"]}, {all: [1, write:app]}]}
          summary: Share an app
          account: not-checked
          path: "/apps/{id}/@me"
          method: POST
        delete-app:
          requires: unmapped
          summary: Delete an app
          owner: {app: id}
          path: "/apps/{id}"
          method: DELETE
      commands:
        every apps list: {when: [], calls: [me, list-apps], former: [], aliases: []}
        every apps update:
          when:
            - {calls: [me, list-apps], condition: with an app, name: app}
            - {calls: [me], condition: with a key, name: key}
          calls: [update-app, {unspecified: POST /help}]
          documented: {all: [write:app]}
          former: [every put]
          aliases: [every app update, every update]
      """;

  private static final String CANONICAL =
      """
      {"catalogue":"every-part","format":1,"version":"2026-11",\
      "title":"Every \\"part\\" \\\\ it has","documentation":"https://example.com/docs",\
      "basePath":"/v1","categories":{"apps":"Apps","keys":"Clés 🔑"},"capabilities":{\
      "read:app":{"label":"Read App","category":"apps","access":"read"},\
      "write:app":{"label":"Write App","category":"apps","access":"write",\
      "implies":["read:app"]},\
      "*":{"label":"yes","category":"keys","access":"admin",\
      "implies":["write:app","read:app"],"escalates":"Makes keys."},\
      "1":{"label":"1.0","category":"keys"}},"operations":{\
      "health":{"method":"GET","path":"/health","summary":"~","requires":"public"},\
      "me":{"method":"GET","path":"/me","summary":"- Me","requires":"any token"},\
      "list-apps":{"method":"GET","path":"/accounts/{account_id}/apps",\
      "summary":"List: apps # all","account":"account_id","requires":"read:app"},\
      "update-app":{"method":"PATCH","path":"/apps/{id}","summary":"Update an app",\
      "owner":{"app":"id"},"requires":{"all":["write:app","1"]},\
      "documentation":"http://example.com/update"},\
      "share-app":{"method":"POST","path":"/apps/{id}/@me","summary":"Share an app",\
      "account":"not-checked","requires":{"any":["*",{"all":["1","write:app"]}]}},\
      "delete-app":{"method":"DELETE","path":"/apps/{id}","summary":"Delete an app",\
      "owner":{"app":"id"},"requires":"unmapped"}},"commands":{\
      "every apps list":{"calls":["me","list-apps"]},\
      "every apps update":{"aliases":["every app update","every update"],\
      "former":["every put"],"documented":"write:app",\
      "calls":["update-app",{"unspecified":"POST /help"}],\
      "when":[{"name":"app","condition":"with an app","calls":["me","list-apps"]},\
      {"name":"key","condition":"with a key","calls":["me"]}]}},\
      "limits":{"account":"4000/hour","token":"2000/hour","client":"60/hour"},\
      "expiry":{"choices":["30d","never"],"default":"30d"},\
      "accepted":[{"warning":"understated-documentation","at":"every apps list",\
      "reason":"Kept: `*`"},\
      {"warning":"guards-nothing","at":"1","reason":"yes"}]}\
      """;

  private static final String YAML =
      """
      catalogue: every-part
      format: 1
      version: 2026-11
      title: Every "part" \\ it has
      documentation: https://example.com/docs
      basePath: /v1
      categories:
        apps: Apps
        keys: Clés 🔑
      capabilities:
        read:app:
          label: Read App
          category: apps
          access: read
        write:app:
          label: Write App
          category: apps
          access: write
          implies:
          - read:app
        '*':
          label: yes
          category: keys
          access: admin
          implies:
          - write:app
          - read:app
          escalates: Makes keys.
        '1':
          label: '1.0'
          category: keys
      operations:
        health:
          method: GET
          path: /health
          summary: '~'
          requires: public
        me:
          method: GET
          path: /me
          summary: '- Me'
          requires: any token
        list-apps:
          method: GET
          path: /accounts/{account_id}/apps
          summary: 'List: apps # all'
          account: account_id
          requires: read:app
        update-app:
          method: PATCH
          path: /apps/{id}
          summary: Update an app
          owner:
            app: id
          requires:
            all:
            - write:app
            - '1'
          documentation: http://example.com/update
        share-app:
          method: POST
          path: /apps/{id}/@me
          summary: Share an app
          account: not-checked
          requires:
            any:
            - '*'
            - all:
              - '1'
              - write:app
        delete-app:
          method: DELETE
          path: /apps/{id}
          summary: Delete an app
          owner:
            app: id
          requires: unmapped
      commands:
        every apps list:
          calls:
          - me
          - list-apps
        every apps update:
          aliases:
          - every app update
          - every update
          former:
          - every put
          documented: write:app
          calls:
          - update-app
          - unspecified: POST /help
          when:
          - name: app
            condition: with an app
            calls:
            - me
            - list-apps
          - name: key
            condition: with a key
            calls:
            - me
      limits:
        account: 4000/hour
        token: 2000/hour
        client: 60/hour
      expiry:
        choices:
        - 30d
        - never
        default: 30d
      accepted:
      - warning: understated-documentation
        at: every apps list
        reason: 'Kept: `*`'
      - warning: guards-nothing
        at: '1'
        reason: yes
      """;

  /** A catalogue that does not name the limit has the fingerprint that it always had. */
  @Test
  void canonicalForm_publicLimit_standsLastAndOnlyWhereItIsNamed() throws Exception {
    String named = EVERY_PART.replace("limits: {client: 60/hour,", "limits: {public: 9/hour,");
    assertThat(CatalogueReader.parse("f", named).canonicalForm())
        .contains(
            "\"limits\":{\"account\":\"4000/hour\",\"token\":\"2000/hour\",\"public\":\"9/hour\"}");
  }

  @Test
  void canonicalForm_everyPart_isThis() {
    assertThat(Samples.read(EVERY_PART).canonicalForm()).isEqualTo(CANONICAL);
  }

  /** The digits are those that {@code sha256sum} gives for the text above, without a line end. */
  @Test
  void fingerprint_everyPart_isThis() {
    assertThat(Samples.read(EVERY_PART).fingerprint())
        .isEqualTo("72d609a3132e9a617aaee4608ce2816c42dc5b25ab51aa775e798b59fc45c39b");
  }

  @Test
  void canonicalForm_read_isTheSame() {
    assertThat(Samples.read(CANONICAL).canonicalForm()).isEqualTo(CANONICAL);
  }

  @Test
  void canonicalForm_smallestCatalogue_keepsItsThreeEmptyMaps() {
    assertThat(
            Samples.read(
                    """
                    {catalogue: a, format: 1, version: b, title: c, categories: {},
                    capabilities: {}, operations: {}, commands: {}, limits: {}, accepted: []}
                    """)
                .canonicalForm())
        .isEqualTo(
            """
            {"catalogue":"a","format":1,"version":"b","title":"c","categories":{},\
            "capabilities":{},"operations":{}}\
            """);
  }

  /** The digits are those that {@code sha256sum} gives for the text above. */
  @Test
  void toYaml_everyPart_isThisAndTheLineThatProvesItWhole() {
    assertThat(CatalogueWriter.toYaml(Samples.read(EVERY_PART)))
        .isEqualTo(
            YAML
                + "# warder: whole, sha256"
                + " 79606700c1d77ccdf2d3354553b133e0bcb58593f5b850db2db6aecc981feb68\n");
  }

  /** The digits are those that {@code sha256sum} gives for the canonical form and a line feed. */
  @Test
  void toJson_everyPart_isTheCanonicalFormAndTheLineThatProvesItWhole() {
    assertThat(CatalogueWriter.toJson(Samples.read(EVERY_PART)))
        .isEqualTo(
            CANONICAL
                + "\n# warder: whole, sha256"
                + " ad5ce40b7905ba12e8430001b5edd1f38808e93b50225f3a9bf43e6ebcbd8d5f\n");
  }

  /** A catalogue without a mark has the fingerprint that it always had. */
  @Test
  void canonicalForm_preferredAlternative_isTheShortest() throws Exception {
    String head = Samples.HEAD + "operations:\n  o: {method: GET, path: /a, summary: S, requires: ";
    Catalogue marked = Samples.read(head + "{any: [write, {preferred: {all: [read]}}]}}\n");
    assertThat(marked.canonicalForm())
        .contains("\"requires\":{\"any\":[\"write\",{\"preferred\":\"read\"}]}");
    assertThat(CatalogueReader.parse("f", marked.canonicalForm())).isEqualTo(marked);
    assertThat(marked).isNotEqualTo(Samples.read(head + "{any: [write, read]}}\n"));
    Catalogue both = Samples.read(head + "{any: [{preferred: {all: [write, read]}}, read]}}\n");
    assertThat(both.canonicalForm())
        .contains(
            "\"requires\":{\"any\":[{\"preferred\":{\"all\":[\"write\",\"read\"]}},\"read\"]}");
    assertThat(CatalogueReader.parse("f", CatalogueWriter.toYaml(both))).isEqualTo(both);
  }

  @Test
  void canonicalForm_longWayOfARequirement_isTheShortest() {
    String head = Samples.HEAD + "operations:\n  o: {method: GET, path: /a, summary: S, requires: ";
    String shortest = Samples.read(head + "read}\n").canonicalForm();
    assertThat(Samples.read(head + "{all: [read]}}\n").canonicalForm()).isEqualTo(shortest);
    assertThat(Samples.read(head + "{any: [read]}}\n").canonicalForm()).isEqualTo(shortest);
    assertThat(Samples.read(head + "{any: [{all: [read]}]}}\n").canonicalForm())
        .isEqualTo(shortest);
  }
}
