package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final String SHOP =
      """
      catalogue: shop
      format: 1
      version: "7"
      title: Shop
      documentation: https://example.com/caps
      basePath: /v2
      categories: {goods: Goods, money: Money}
      capabilities:
        goods:read: {label: Read goods, category: goods, access: read}
        goods:all: {label: All goods, category: goods, access: write, implies: [goods:read]}
        pay: {label: Pay, category: money, escalates: Can pay itself.}
        audit: {label: Audit, category: money, access: admin}
      operations:
        look: {method: GET, path: "/goods/{id}", summary: Look, account: not-checked, requires: goods:read}
        buy:
          method: POST
          path: "/shops/{shop}/orders"
          summary: Buy
          account: shop
          requires: {any: [{all: [goods:read, pay]}, audit]}
        refund:
          method: DELETE
          path: "/orders/{order}"
          summary: Refund
          owner: {order: order}
          requires: {any: [pay, {all: [pay, audit]}]}
          documentation: https://example.com/refund
        open: {method: GET, path: /open, summary: Opening hours, requires: public}
        me: {method: GET, path: /me, summary: Me, requires: any token}
        old: {method: GET, path: /old, summary: Old, requires: unmapped}
      commands:
        shop look: {documented: goods:all, calls: [me, look]}
        shop buy:
          aliases: [shop order]
          former: [shop get]
          documented: {any: [pay, {all: [audit, goods:read, pay]}]}
          calls: [buy, look]
          when:
            - {name: again, condition: with a refund, calls: [refund, look]}
            - {name: hours, condition: at night, calls: [open]}
        shop odd:
          documented: any token
          when: [{name: old, condition: before 7, calls: [me, old, {unspecified: GET /x}]}]
        shop me: {documented: public, calls: [me]}
        shop hours: {documented: public, calls: [open]}
        shop refund: {documented: unmapped, calls: [refund]}
      """;

  private static Catalogue shop() throws Exception {
    return CatalogueReader.parse("shop.yaml", SHOP);
  }

  @Test
  void accounts_ofSeveralChecks_areNamedInOrder() throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse(
            "shop.yaml",
            SHOP.replace("account: shop\n", "account: from-request\n    owner: {shop: shop}\n"));
    String row = "the request names the account and shop `shop` belongs to the account |";
    assertThat(Reference.of(catalogue).markdown()).contains(row);
    assertThat(Reference.of(catalogue).json())
        .contains("\"account\":\"from-request\",\"owner\":{\"shop\":\"shop\"}");
    assertThat(Reference.of(catalogue).html())
        .contains(
            "the request names the account and shop <code>shop</code> belongs to the account");
  }

  @Test
  void markdown_ofAShop_isThisPage() throws Exception {
    assertThat(Reference.of(shop()).markdown())
        .isEqualTo(
            """
            # Shop: capabilities

            This page says which capabilities an access token needs.

            - catalogue: `shop`
            - version: 7
            - 4 capabilities, 6 operations, 6 commands
            - the provider's documentation: <https://example.com/caps>

            ## Capabilities

            - *with others*: this capability alone is not enough.
            - *if NAME*: the command needs it only in the case NAME.

            | Dashboard label | Raw capability | Operations | CLI commands |
            | --- | --- | --- | --- |
            | **Goods** |  |  |  |
            | Read goods | `goods:read` | `GET /v2/goods/{id}`<br>`POST /v2/shops/{shop}/orders` (with others) | `shop look`<br>`shop buy` (with others) |
            | All goods | `goods:all`<br>implies `goods:read` |  |  |
            | **Money** |  |  |  |
            | Pay | `pay`<br>escalates: Can pay itself. | `POST /v2/shops/{shop}/orders` (with others)<br>`DELETE /v2/orders/{order}` | `shop buy` (with others)<br>`shop refund` |
            | Audit | `audit` | `POST /v2/shops/{shop}/orders`<br>`DELETE /v2/orders/{order}` (with others) | `shop buy` (with others) |

            ## Operations

            | Operation | Method | Path | Summary | Requires | Account |
            | --- | --- | --- | --- | --- | --- |
            | `look` | `GET` | `/v2/goods/{id}` | Look | `goods:read` | not checked |
            | `buy` | `POST` | `/v2/shops/{shop}/orders` | Buy | `goods:read` and `pay`, or `audit` | `shop` is the account |
            | `refund`<br><https://example.com/refund> | `DELETE` | `/v2/orders/{order}` | Refund | `pay`, or `pay` and `audit` | order `order` belongs to the account |
            | `open` | `GET` | `/v2/open` | Opening hours | **public** |  |
            | `me` | `GET` | `/v2/me` | Me | **any token** |  |
            | `old` | `GET` | `/v2/old` | Old | **unmapped** |  |

            ## Commands

            | Command | Documented | Really needs | In some cases also | Difference |
            | --- | --- | --- | --- | --- |
            | `shop look` | `goods:all` | `goods:read` |  |  |
            | `shop buy`<br>also `shop order`<br>formerly `shop get` | `pay`, or `audit` and `goods:read` and `pay` | `goods:read`, and (`pay`, or `audit`) | `again` (with a refund): `pay`<br>`hours` (at night): nothing | `pay`: **leaves out** `goods:read`<br>`audit` and `goods:read` and `pay`: **not needed**: `audit` |
            | `shop odd` | **any token** |  | `old` (before 7): **unmapped**: `old`, GET /x |  |
            | `shop me` | **public** | **any token** |  | **leaves out** the token |
            | `shop hours` | **public** | **public** |  |  |
            | `shop refund` | **unmapped** | `pay` |  |  |

            ---

            Fingerprint of the catalogue: `FINGERPRINT`

            Made from the catalogue by `warder reference`: edit the catalogue instead.
            """
                .replace("FINGERPRINT", shop().fingerprint()));
  }

  @Test
  void json_ofAShop_isThisObject() throws Exception {
    JsonNode json = new ObjectMapper().readTree(Reference.of(shop()).json());
    assertThat(json.get("fingerprint").asText()).isEqualTo(shop().fingerprint());
    assertThat(fields(json))
        .isEqualTo(
            "format catalogue version title documentation fingerprint capabilities operations"
                + " commands");
    assertThat(json.get("format").asInt()).isEqualTo(1);
    assertThat(json.at("/capabilities/1"))
        .hasToString(
            """
            {"capability":"goods:all","label":"All goods","category":"Goods","access":"write",\
            "implies":["goods:read"],"operations":[],"commands":[]}\
            """);
    assertThat(json.at("/capabilities/2"))
        .hasToString(
            """
            {"capability":"pay","label":"Pay","category":"Money","escalates":"Can pay itself.",\
            "operations":[{"operation":"buy","together":true},{"operation":"refund","together":false}],\
            "commands":[{"command":"shop buy","together":true},{"command":"shop refund","together":false}]}\
            """);
    assertThat(json.at("/operations/1"))
        .hasToString(
            """
            {"operation":"buy","method":"POST","path":"/v2/shops/{shop}/orders","summary":"Buy",\
            "requires":[["goods:read","pay"],["audit"]],"account":"shop"}\
            """);
    assertThat(json.at("/operations/2"))
        .hasToString(
            """
            {"operation":"refund","method":"DELETE","path":"/v2/orders/{order}","summary":"Refund",\
            "requires":[["pay"],["pay","audit"]],"owner":{"order":"order"},\
            "documentation":"https://example.com/refund"}\
            """);
    assertThat(json.at("/operations/0/account").asText()).isEqualTo("not-checked");
    assertThat(json.at("/operations/3/requires").asText()).isEqualTo("public");
    assertThat(json.at("/operations/3").has("account")).isFalse();
    assertThat(json.at("/commands/1"))
        .hasToString(
            """
            {"command":"shop buy","aliases":["shop order"],"former":["shop get"],"calls":["buy","look"],\
            "needs":{"token":true,"all":["goods:read"],"oneOf":[[["pay"],["audit"]]],"unmapped":[]},\
            "when":[{"name":"again","condition":"with a refund","calls":["refund","look"],\
            "needs":{"token":true,"all":["pay"],"oneOf":[],"unmapped":[]}},\
            {"name":"hours","condition":"at night","calls":["open"],\
            "needs":{"token":false,"all":[],"oneOf":[],"unmapped":[]}}],\
            "documented":[["pay"],["audit","goods:read","pay"]],\
            "differences":[{"alternative":["pay"],"understates":true,\
            "missing":{"token":true,"all":["goods:read"],"oneOf":[],"unmapped":[]},"superfluous":[]},\
            {"alternative":["audit","goods:read","pay"],"understates":false,\
            "missing":{"token":true,"all":[],"oneOf":[],"unmapped":[]},"superfluous":["audit"]}]}\
            """);
    assertThat(json.at("/commands/2/when/0/calls"))
        .hasToString("[\"me\",\"old\",{\"unspecified\":\"GET /x\"}]");
    assertThat(json.at("/commands/2/when/0/needs/unmapped"))
        .hasToString("[\"old\",{\"unspecified\":\"GET /x\"}]");
    assertThat(json.at("/commands/3/differences/0/understates").asBoolean()).isTrue();
    assertThat(json.at("/commands/4/differences/0/understates").asBoolean()).isFalse();
    assertThat(json.at("/commands/5/differences")).isEmpty();
  }

  @Test
  void preferred_alternative_isMarkedInEachForm() throws Exception {
    String text =
        SHOP.replace(
            "{any: [pay, {all: [pay, audit]}]}",
            "{any: [pay, {preferred: {all: [goods:read, audit]}}]}");
    Reference reference = Reference.of(CatalogueReader.parse("shop.yaml", text));
    assertThat(reference.markdown())
        .contains("| `pay`, or `goods:read` and `audit` (preferred) | order `order`");
    assertThat(reference.html())
        .contains(
            "<code>pay</code>, or <code>goods:read</code> and <code>audit</code> (preferred)");
    JsonNode json = new ObjectMapper().readTree(reference.json());
    assertThat(json.at("/operations/2"))
        .hasToString(
            """
            {"operation":"refund","method":"DELETE","path":"/v2/orders/{order}","summary":"Refund",\
            "requires":[["pay"],["goods:read","audit"]],"preferred":["goods:read","audit"],\
            "owner":{"order":"order"},"documentation":"https://example.com/refund"}\
            """);
    assertThat(json.at("/operations/1").has("preferred")).isFalse();
  }

  private static String fields(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return String.join(" ", names);
  }

  @Test
  void catalogueWithoutCommands_hasNoSectionOfThem() throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse("shop.yaml", SHOP.substring(0, SHOP.indexOf("commands:")));
    Reference reference = Reference.of(catalogue);
    assertThat(reference.markdown()).contains("0 commands").doesNotContain("## Commands");
    assertThat(reference.html()).doesNotContain("id=\"commands\"").doesNotContain("#commands");
    assertThat(reference.json()).endsWith("\"commands\":[]}\n");
  }

  @Test
  void equalCatalogues_haveEqualReferences() throws Exception {
    Reference one = Reference.of(shop());
    Reference other = Reference.of(CatalogueReader.parse("x", shop().canonicalForm()));
    assertThat(one.markdown()).isEqualTo(other.markdown());
    assertThat(one.html()).isEqualTo(other.html());
    assertThat(one.json()).isEqualTo(other.json());
  }

  @Test
  void templatesWithTextSpansAndSlashes_standAsTheyAreWritten() throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse(
            "files.yaml",
            """
            catalogue: files
            format: 1
            version: "1"
            title: Files
            categories: {}
            capabilities: {}
            operations:
              copy: {method: POST, path: "/f/{id}:copy", summary: C, account: id, requires: any token}
              read: {method: GET, path: "/r:/{path...}:/x", summary: R, account: not-checked, requires: public}
              list: {method: GET, path: "/f/", summary: L, requires: public}
            """);
    Reference reference = Reference.of(catalogue);
    assertThat(reference.html())
        .contains("<code class=\"path\">/f<wbr>/<var>{id}</var>:copy</code>")
        .contains("<code class=\"path\">/r:<wbr>/<var>{path...}</var>:<wbr>/x</code>")
        .contains("<code class=\"path\">/f<wbr>/</code>");
    assertThat(reference.markdown()).contains("`/f/{id}:copy`", "`/r:/{path...}:/x`", "`/f/`");
    assertThat(new ObjectMapper().readTree(reference.json()).at("/operations"))
        .extracting(operation -> operation.at("/path").asText())
        .containsExactly("/f/{id}:copy", "/r:/{path...}:/x", "/f/");
  }

  @Test
  void page_loadsNothing_andRunsItsOwnStyleAndScriptAlone() throws Exception {
    assertThat(
            Jsoup.parse(Reference.of(shop()).html())
                .selectFirst("meta[http-equiv=Content-Security-Policy]")
                .attr("content"))
        .matches(
            "default-src 'none'; img-src data:; style-src 'sha256-[^' ]+'; script-src"
                + " 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void page_ofAShop_saysWhatIsDocumentedWhereItDiffers() throws Exception {
    assertThat(
            Jsoup.parse(Reference.of(shop()).html()).select("[data-kind=command]").stream()
                .map(row -> row.selectFirst("code").text() + ": " + row.child(1).text()))
        .containsExactly(
            "shop look: goods:readdocumented: goods:all",
            "shop buy: goods:read, and (pay, or audit)pay: leaves out goods:read; audit and"
                + " goods:read and pay: not needed: audit",
            "shop odd: documented: any token",
            "shop me: any tokenleaves out the token",
            "shop hours: public",
            "shop refund: paydocumented: unmapped");
  }
}
