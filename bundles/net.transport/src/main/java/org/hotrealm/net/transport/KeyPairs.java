package org.hotrealm.net.transport;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two keys belong together. */
final class KeyPairs {

    private static final byte[] SAMPLE = {1, 2, 3, 4, 5, 6, 7, 8};

    private KeyPairs() {}

    /** What the one signs the other has to accept. */
    static boolean match(PublicKey open, PrivateKey secret) {
        try {
            Signature sign = Signature.getInstance(algorithm(secret.getAlgorithm()));
            sign.initSign(secret);
            sign.update(SAMPLE);
            byte[] signed = sign.sign();
            Signature verify = Signature.getInstance(algorithm(secret.getAlgorithm()));
            verify.initVerify(open);
            verify.update(SAMPLE);
            return verify.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String algorithm(String key) {
        return switch (key) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key;
        };
    }
}
