package org.pavilion.server.identity;

/** Says in two words which browser a session belongs to, so that its owner recognises it. */
final class Browsers {
    /** In this order: most of them also claim to be one of those that follow. */
    private static final String[][] NAMES = {
        {"MicroMessenger", "WeChat"},
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser", "Samsung Internet"},
        {"Firefox/", "Firefox"},
        {"FxiOS", "Firefox"},
        {"CriOS", "Chrome"},
        {"Chrome/", "Chrome"},
        {"Safari/", "Safari"}
    };

    private static final String[][] SYSTEMS = {
        {"HarmonyOS", "HarmonyOS"},
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Mac OS X", "macOS"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"}
    };

    private Browsers() {}

    /** For a {@code User-Agent}; empty when it says nothing we know. Nothing of the text itself is kept. */
    static String label(String userAgent) {
        var name = first(NAMES, userAgent);
        var system = first(SYSTEMS, userAgent);
        return name.isEmpty() || system.isEmpty() ? name + system : name + " · " + system;
    }

    private static String first(String[][] table, String text) {
        for (var entry : table) {
            if (text.contains(entry[0])) {
                return entry[1];
            }
        }
        return "";
    }
}
