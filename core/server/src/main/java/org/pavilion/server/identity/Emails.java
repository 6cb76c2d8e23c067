package org.pavilion.server.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/** E-mail addresses: what may be one, and when two are the same. */
final class Emails {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[^\\s@<>()\\[\\],;:\\\\\"]+\\.[^\\s@.<>()\\[\\],;:\\\\\"]{2,}");

    private Emails() {}

    /** The address as it is stored; refused when nothing could be delivered there. */
    static String of(String raw) {
        var address = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        if (address.length() > LONGEST
                || !SHAPE.matcher(address).matches()
                || address.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            throw Problem.invalid("/email", "an e-mail address is required, like name@example.org");
        }
        return address;
    }

    /** Whether something could be delivered there. */
    static boolean are(String raw) {
        try {
            of(raw);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    /** What all spellings of one address share; of anything, so that strangers learn nothing from it. */
    static String key(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
