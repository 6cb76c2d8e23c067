package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Problem;

final class PasswordRulesTest {
    private static final List<String> OWN = List.of("meilin.zhou@fusion-labs.example", "Zhou Meilin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password2026!",
                "P@ssw0rd1234",
                "qwertyuiop",
                "1234567890",
                "0987654321",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "iloveyou2024",
                "1q2w3e4r5t6y",
                "letmein!!!!",
                "Welcome@2025",
                "woaini1314520",
                "dragondragon",
                "superman-123",
                "zxcvbnm,./1",
                "admin@admin.1",
                "qazwsxedc123",
                "19870423-1987",
                "PavilionExpo2026",
                "summer2026!!",
                "abcdefghijk",
                "11112222333",
                "Fußball",
                "password password"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThrows(Problem.class, () -> PasswordRules.check(password, OWN, "/password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kranich über Wasser",
                "correct horse battery staple",
                "vT7#kQ9!mZ2p",
                "云上看展要带伞和地图才行",
                "fjord-cobalt-77-lantern",
                "x8Jd0wq-93kfLs",
                "Мой дом стоит у реки"
            })
    void letsThroughWhatNobodyGuesses(String password) {
        PasswordRules.check(password, OWN, "/password");
    }

    @Test
    void refusesThePersonsOwnAddressAndName() {
        for (var password : List.of("meilin.zhou1", "ZhouMeilin2026", "fusion-labs!1", "meilinmeilin")) {
            var refused = assertThrows(Problem.class, () -> PasswordRules.check(password, OWN, "/password"), password);
            assertEquals("password.own", refused.code(), password);
            assertEquals("/password", refused.pointer());
        }
    }

    @Test
    void asksForTenCharactersAndNotForABook() {
        assertEquals(
                "password.length",
                assertThrows(Problem.class, () -> PasswordRules.check("k7#Qz!p2m", OWN, "/password"))
                        .code());
        assertEquals(
                "password.length",
                assertThrows(Problem.class, () -> PasswordRules.check("k7#Q".repeat(60), OWN, "/password"))
                        .code());
    }
}
