package org.hotrealm.net.transport;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Certificates made on the spot by the JDK's own tool, as PEM files. */
final class TestCertificates {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private TestCertificates() {}

    /** Certificate and key by name and kind: making one takes a while. */
    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();

    /** Writes {@code cert.pem} and {@code key.pem} for this name. */
    static void make(Path folder, String name, String kind) throws Exception {
        Path made = MADE.get(name + kind);
        if (made == null) {
            made = Files.createTempDirectory(name);
            made.toFile().deleteOnExit();
            make(made, name, kind, List.of("-validity", "30"));
            MADE.put(name + kind, made);
        }
        for (String file : List.of("cert.pem", "key.pem")) {
            Files.copy(made.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void makeExpired(Path folder) throws Exception {
        make(folder, "old", "EC", List.of("-startdate", "-10d", "-validity", "5"));
    }

    private static void make(Path folder, String name, String kind, List<String> time) throws Exception {
        Path store = folder.resolve(name + "-" + kind + ".p12");
        Files.deleteIfExists(store);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                kind,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(time);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        write(
                folder.resolve("cert.pem"),
                "CERTIFICATE",
                keys.getCertificate("x").getEncoded());
        write(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("x", PASSWORD).getEncoded());
    }

    private static void write(Path file, String what, byte[] bytes) throws Exception {
        Files.writeString(
                file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, LINES.encodeToString(bytes), what));
    }

    /** Whom the server says it is. */
    static String name(SSLSocket socket) throws Exception {
        X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        return shown.getSubjectX500Principal().getName();
    }

    static SSLContext trustingAll() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
