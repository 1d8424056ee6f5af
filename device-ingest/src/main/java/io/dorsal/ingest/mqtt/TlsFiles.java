package io.dorsal.ingest.mqtt;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.Set;

/** The PEM files of the TLS port: our certificate and key, and the authority that signs device certificates. */
public record TlsFiles(Path certificate, Path key, Path clientAuthority) {

    /** A client may show a certificate, and then it must be good; without one it needs its secret. */
    public NetServerOptions options() {
        return new NetServerOptions()
                .setSsl(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.toString())
                        .setKeyPath(key.toString()))
                .setTrustOptions(new PemTrustOptions().addCertPath(clientAuthority.toString()))
                .setClientAuth(ClientAuth.REQUEST);
    }
}
