package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.hotrealm.net.api.Connection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsTest {

    @TempDir
    Path folder;

    private final RecordingHandler handler = new RecordingHandler(true);
    private @Nullable Rig rig;
    private long looks;

    @AfterEach
    void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    private Path certificate() {
        return folder.resolve("cert.pem");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }

    private Rig open() {
        rig = new Rig("tls.certificate", certificate().toString(), "tls.key", key().toString());
        rig.sockets.serve(handler);
        return rig;
    }

    private SSLSocket connect(String... protocols) throws Exception {
        SSLContext trusting = TestCertificates.trustingAll();
        SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", rig.transport.port());
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        socket.startHandshake();
        return socket;
    }

    private String shown() throws Exception {
        try (SSLSocket socket = connect()) {
            return TestCertificates.name(socket);
        }
    }

    private RawClient webSocket() throws Exception {
        RawClient client = new RawClient(connect());
        client.write("GET / HTTP/1.1\r\n" + RawClient.HANDSHAKE + "\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 101");
        return client;
    }

    private static byte[] payload(RawClient client) throws IOException {
        WireFrame frame = client.frame(WireFrame.BINARY);
        assertThat(frame).isNotNull();
        return frame.payload();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void pagesAndWebSocketsAreServedOverTls(String kind) throws Exception {
        TestCertificates.make(folder, "one", kind);
        assertThat(open().transport.url()).startsWith("https://");
        try (RawClient client = webSocket()) {
            client.write(WireFrame.binary("hello"));
            assertThat(client.frame(WireFrame.BINARY))
                    .isNotNull()
                    .extracting(WireFrame::text)
                    .isEqualTo("hello");
            Connection connection = handler.connection();
            byte[] large = new byte[3_000_000];
            new java.util.Random(1).nextBytes(large);
            connection.send(large, 0, large.length);
            connection.send(new byte[] {7}, 0, 1);
            connection.flush();
            assertThat(payload(client)).isEqualTo(large);
            assertThat(payload(client)).isEqualTo(new byte[] {7});
            connection.close(4002, "over");
            assertThat(client.frame(WireFrame.CLOSE))
                    .isNotNull()
                    .extracting(WireFrame::code)
                    .isEqualTo(4002);
        }
        try (RawClient plain = RawClient.plain(rig.transport.port())) {
            plain.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(plain.text()).doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void aHandshakeThatDoesNotComeToItsEndIsCutInTimeAndCounted() throws Exception {
        TestCertificates.make(folder, "one", "EC");
        rig = new Rig(
                "tls.certificate", certificate().toString(), "tls.key", key().toString(), "request.timeout.ms", 300);
        try (Socket silent = new Socket("127.0.0.1", rig.transport.port());
                Socket half = new Socket("127.0.0.1", rig.transport.port())) {
            // The head of a record that says hello, and no hello.
            half.getOutputStream().write(new byte[] {0x16, 3, 1, 0, (byte) 200, 1});
            for (Socket each : new Socket[] {silent, half}) {
                each.setSoTimeout(60_000);
                assertThat(each.getInputStream().readAllBytes()).hasSizeLessThan(100);
            }
        }
        assertThat(rig.sockets.offences().count(Offence.SLOW_REQUEST)).isEqualTo(2);
    }

    @Test
    void anythingOlderThanTls12IsRefused() throws Exception {
        TestCertificates.make(folder, "one", "RSA");
        open();
        connect("TLSv1.2").close();
        connect("TLSv1.3").close();
        assertThatThrownBy(() -> connect("TLSv1.1")).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> connect("TLSv1")).isInstanceOf(SSLException.class);
    }

    @Test
    void aNewCertificateIsInForceForNewConnectionsAndOldOnesStay() throws Exception {
        TestCertificates.make(folder, "one", "EC");
        open();
        try (RawClient client = webSocket()) {
            assertThat(shown()).isEqualTo("CN=one");
            TestCertificates.make(folder, "two", "EC");
            touch();
            until("CN=two");
            client.write(WireFrame.binary("still here"));
            assertThat(client.frame(WireFrame.BINARY))
                    .isNotNull()
                    .extracting(WireFrame::text)
                    .isEqualTo("still here");
        }
    }

    @Test
    void aBadNewCertificateIsRefusedAndTheOldStaysInForce() throws Exception {
        TestCertificates.make(folder, "one", "EC");
        Certificates inForce = new Certificates(new Settings.CertificateFiles(certificate(), key()));
        inForce.context().start();
        Path other = Files.createDirectories(folder.resolve("other"));
        TestCertificates.make(other, "two", "EC");
        Files.writeString(certificate(), "no certificate");
        assertThat(afterALook(inForce)).as("no certificate").isEqualTo("CN=one");
        Files.copy(other.resolve("cert.pem"), certificate(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(afterALook(inForce)).as("with the old key").isEqualTo("CN=one");
        Files.copy(other.resolve("key.pem"), key(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(afterALook(inForce)).as("with its key").isEqualTo("CN=two");
        Files.delete(certificate());
        assertThat(afterALook(inForce)).as("deleted").isEqualTo("CN=two");
        inForce.context().stop();
    }

    private String afterALook(Certificates certificates) throws Exception {
        if (Files.exists(certificate())) {
            touch();
        }
        looks += 2_000_000_000L;
        certificates.sweep(System.nanoTime() + looks);
        X509Certificate shown =
                (X509Certificate) certificates.context().getKeyStore().getCertificate("port");
        return shown.getSubjectX500Principal().getName();
    }

    private void until(String name) throws Exception {
        long limit = System.nanoTime() + 30_000_000_000L;
        while (!shown().equals(name)) {
            assertThat(System.nanoTime()).as("30 s are over").isLessThan(limit);
        }
    }

    /** As a later write does, however coarse the file system's clock is. */
    private void touch() throws IOException {
        Instant later = Files.getLastModifiedTime(certificate()).toInstant().plusSeconds(2);
        Files.setLastModifiedTime(certificate(), FileTime.from(later));
    }

    @Test
    void aPairThatCannotBeUsedIsRefusedWithFileAndReason() throws Exception {
        Settings.CertificateFiles files = new Settings.CertificateFiles(certificate(), key());
        assertThatThrownBy(() -> Certificates.load(files)).hasMessage(certificate() + ": there is no such file");
        TestCertificates.make(folder, "one", "EC");
        Path other = Files.createDirectories(folder.resolve("other"));
        TestCertificates.make(other, "two", "EC");
        Settings.CertificateFiles mixed = new Settings.CertificateFiles(certificate(), other.resolve("key.pem"));
        assertThatThrownBy(() -> Certificates.load(mixed))
                .hasMessage(
                        other.resolve("key.pem") + ": the key does not belong to the certificate in " + certificate());
        Files.writeString(key(), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> Certificates.load(files)).hasMessageContaining("openssl pkcs8 -topk8");
        Files.writeString(key(), "nothing");
        assertThatThrownBy(() -> Certificates.load(files)).hasMessageContaining("BEGIN PRIVATE KEY");
        TestCertificates.makeExpired(folder);
        assertThatThrownBy(() -> Certificates.load(files)).hasMessageContaining("the certificate expired at");
        assertThatThrownBy(() -> Configured.with("tls.key", "/only/one")).hasMessageContaining("tls.certificate");
    }

    @Test
    void aPortWithoutItsCertificateDoesNotOpen() {
        Settings settings = Configured.with("tls.certificate", "/none/cert.pem", "tls.key", "/none/key.pem");
        assertThatThrownBy(() -> Transport.open(settings, new Sockets(settings), new Routes()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The players' port cannot be opened with TLS: /none/cert.pem: there is no such file");
    }
}
