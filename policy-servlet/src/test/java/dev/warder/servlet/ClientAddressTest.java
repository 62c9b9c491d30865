package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"fe80::1", "[fe80:0:0:0:0:0:0:1]", "fe80::1%eth7", "[fe80::1%eth7]"})
  void proxy_isBelievedHoweverTheContainerWritesItsAddress(String proxy) {
    ClientAddress client =
        new ClientAddress(
            TrustedNetworks.parse(List.of("fe80::/64")), ForwardedField.X_FORWARDED_FOR);
    assertThat(client.of(request(proxy))).isEqualTo("192.0.2.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fe81::1", "[fe81:0:0:0:0:0:0:1]", "fe81::1%eth7"})
  void anyOtherConnection_isTheClient(String address) {
    ClientAddress client =
        new ClientAddress(
            TrustedNetworks.parse(List.of("fe80::/64")), ForwardedField.X_FORWARDED_FOR);
    assertThat(client.of(request(address))).isEqualTo(address);
  }

  /** Returns a request from an address, with a field that names a client. */
  private static HttpServletRequest request(String address) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemoteAddr")
                    ? address
                    : Collections.enumeration(List.of("192.0.2.7")));
  }
}
