package org.hotrealm.itests.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hotrealm.itests.script.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @Test
    void theUnmodifiedSdkPlaysOverTlsAndStaysWhileTheCertificateIsRenewed(@TempDir Path temporary) throws Exception {
        Path certificate = temporary.resolve("cert.pem");
        certify(temporary, "first");
        String transport = "{\"tls.certificate\": \"%s\", \"tls.key\": \"%s\"}"
                .formatted(certificate, temporary.resolve("key.pem"));
        Path trusted = Files.copy(certificate, temporary.resolve("trusted.pem"));
        try (FieldServer server = FieldServer.start(temporary, transport)) {
            String endpoint = "https://localhost:" + server.port();
            Map<String, String> trusting = Map.of("NODE_EXTRA_CA_CERTS", trusted.toString());
            try (Script player = new Script(trusting, "tls.mjs", endpoint)) {
                player.await("joined");
                certify(temporary, "second");
                Files.setLastModifiedTime(
                        certificate, FileTime.from(java.time.Instant.now().plusSeconds(5)));
                server.until(
                        "the new certificate is in force",
                        () -> server.output().contains("The new certificate in %s is in force".formatted(certificate)));
                player.tell("end");
                assertThat(player.await("summary")).isEqualTo("drops=0");
            }
            Files.copy(certificate, trusted, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            try (Script player = new Script(trusting, "tls.mjs", endpoint)) {
                player.await("joined");
            }
            Files.writeString(certificate, "nothing");
            server.until(
                    "the bad certificate is refused with its file",
                    () -> server.output().contains("the old one stays in force: " + certificate));
            try (Script player = new Script(trusting, "tls.mjs", endpoint)) {
                player.await("joined");
            }
        }
    }

    /** Writes {@code cert.pem} and {@code key.pem}, made by the JDK's own tool. */
    private static void certify(Path folder, String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", "x", "-keyalg", "EC", "-validity", "30"));
        command.addAll(List.of("-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        write(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("x", PASSWORD).getEncoded());
        write(
                folder.resolve("cert.pem"),
                "CERTIFICATE",
                keys.getCertificate("x").getEncoded());
    }

    private static void write(Path file, String what, byte[] bytes) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, base64, what));
    }
}
