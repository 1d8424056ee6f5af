package io.dorsal.ingest.mqtt;

import io.vertx.core.net.NetSocket;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** The name in a client's certificate, which the TLS layer has verified against our authority. */
final class ClientCertificate {
    private ClientCertificate() {}

    /** Null without TLS, without a certificate, or where the certificate names nobody. */
    static @Nullable String commonName(NetSocket socket) {
        if (!socket.isSsl()) {
            return null;
        }
        try {
            X509Certificate certificate = (X509Certificate) socket.sslSession().getPeerCertificates()[0];
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return part.getValue().toString();
                }
            }
            return null;
        } catch (SSLPeerUnverifiedException | InvalidNameException e) {
            return null;
        }
    }
}
