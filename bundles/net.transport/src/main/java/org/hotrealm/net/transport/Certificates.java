package org.hotrealm.net.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port's certificate, read again when its files change. New connections get the new one, those that are open stay; a
 * pair that cannot be used is refused and the old one stays in force. One thread after {@link #Certificates}.
 */
final class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final char[] IN_MEMORY = "memory".toCharArray();
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Settings.CertificateFiles files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private String seen;
    private long looked = System.nanoTime();

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException where they cannot be used; the message names file and reason
     */
    Certificates(Settings.CertificateFiles files) {
        this.files = files;
        this.seen = stamp();
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setRenegotiationAllowed(false);
        context.setEndpointIdentificationAlgorithm(null);
        use(load(files));
    }

    SslContextFactory.Server context() {
        return context;
    }

    private void use(KeyStore keys) {
        context.setKeyStore(keys);
        context.setKeyStorePassword(new String(IN_MEMORY));
    }

    /** Looks after the files, about once a second. */
    void sweep(long nowNanos) {
        if (nowNanos - looked < LOOK_NANOS) {
            return;
        }
        looked = nowNanos;
        String now = stamp();
        if (!now.equals(seen)) {
            seen = now;
            reload();
        }
    }

    private void reload() {
        try {
            KeyStore keys = load(files);
            context.reload(_ -> use(keys));
            LOG.info("The new certificate in {} is in force; open connections stay as they are", files.certificate());
        } catch (Exception e) {
            LOG.warn("The new certificate is not used, the old one stays in force: {}", e.getMessage());
        }
    }

    /** Changes with either file. */
    private String stamp() {
        return stamp(files.certificate()) + " " + stamp(files.key());
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant() + "/" + Files.size(file);
        } catch (IOException e) {
            return "none";
        }
    }

    /** The pair of files as a key store, checked: readable, in force, and belonging together. */
    static KeyStore load(Settings.CertificateFiles files) {
        List<X509Certificate> chain = Pem.certificates(files.certificate());
        PrivateKey key = Pem.key(files.key());
        X509Certificate own = chain.getFirst();
        Instant now = Instant.now();
        if (now.isAfter(own.getNotAfter().toInstant())) {
            throw Pem.bad(
                    files.certificate(),
                    "the certificate expired at " + own.getNotAfter().toInstant());
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            throw Pem.bad(
                    files.certificate(),
                    "the certificate is valid only from " + own.getNotBefore().toInstant());
        }
        if (!KeyPairs.match(own.getPublicKey(), key)) {
            throw Pem.bad(files.key(), "the key does not belong to the certificate in " + files.certificate());
        }
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, IN_MEMORY);
            keys.setKeyEntry("port", key, IN_MEMORY, chain.toArray(X509Certificate[]::new));
            return keys;
        } catch (GeneralSecurityException | IOException e) {
            throw Pem.bad(files.certificate(), "certificate and key cannot be used: " + e.getMessage());
        }
    }
}
