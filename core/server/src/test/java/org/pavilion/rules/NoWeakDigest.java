package org.pavilion.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** No text constant names MD5 or SHA-1: the constant pool is searched, because names are only text. */
final class NoWeakDigest extends ArchCondition<JavaClass> {
    private static final Set<String> WEAK = Set.of("MD5", "SHA-1", "SHA1", "HmacMD5", "HmacSHA1");

    NoWeakDigest() {
        super("name no weak digest");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var pool = new String(bytes(type), StandardCharsets.ISO_8859_1);
        for (var weak : WEAK) {
            // A UTF-8 constant: tag 1, length in two bytes, text.
            if (pool.contains("\u0001\u0000" + (char) weak.length() + weak)) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " names " + weak));
            }
        }
    }

    private static byte[] bytes(JavaClass type) {
        var source = type.getSource();
        if (source.isEmpty()) {
            return new byte[0];
        }
        try (var in = source.get().getUri().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
