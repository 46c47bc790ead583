package org.hotrealm.net.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys from PEM files. Errors name the file and say what to do. */
final class Pem {

    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    /** The certificate and those that lead to its authority, in the file's order. */
    static List<X509Certificate> certificates(Path file) {
        String text = text(file);
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            throw bad(
                    file,
                    "it holds no '-----BEGIN CERTIFICATE-----': give a PEM file with the certificate and its chain");
        }
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw bad(file, "its certificate cannot be read: " + e.getMessage());
        }
    }

    /** The private key, of any usual kind. */
    static PrivateKey key(Path file) {
        Matcher block = BLOCK.matcher(text(file));
        while (block.find()) {
            if (block.group(1).equals("PRIVATE KEY")) {
                return key(file, block.group(2));
            }
            if (block.group(1).endsWith("PRIVATE KEY")) {
                throw bad(
                        file,
                        "it holds a '%s', needed is PKCS #8 without a password: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW"
                                .formatted(block.group(1)));
            }
        }
        throw bad(file, "it holds no '-----BEGIN PRIVATE KEY-----'");
    }

    private static PrivateKey key(Path file, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw bad(file, "its private key is no Base64");
        }
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException e) {
                // Of another kind, perhaps: the next is tried.
            } catch (GeneralSecurityException e) {
                throw bad(file, "this Java has no keys of the kind %s".formatted(algorithm));
            }
        }
        throw bad(file, "its private key is of none of the kinds " + String.join(", ", ALGORITHMS));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw bad(file, "it is longer than %d bytes".formatted(MOST_BYTES));
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw bad(file, "there is no such file");
        } catch (IOException e) {
            throw bad(file, "it cannot be read: " + e.getMessage());
        }
    }

    static IllegalArgumentException bad(Path file, String why) {
        return new IllegalArgumentException("%s: %s".formatted(file, why));
    }
}
