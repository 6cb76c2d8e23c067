package org.pavilion.server.live.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TraitsTest {

    @Test
    void theSameThingInAnotherLookHasTheSameShape() {
        assertEquals(Traits.shape("Great talk"), Traits.shape("ＧＲＥＡＴ  talk!!!"));
        assertEquals(Traits.shape("哈哈哈"), Traits.shape("哈哈哈哈哈。"));
        assertNotEquals(Traits.shape("room 1"), Traits.shape("room 11"));
        assertNotEquals(Traits.shape("👏"), Traits.shape("🎉"));
    }

    @Test
    void linksAreSeenAndNumbersAreNot() {
        for (var link : List.of(
                "https://a.example/x", "go to www.example.org", "cheap-stuff.shop now", "加群 abc.vip", "EXAMPLE.COM")) {
            assertTrue(Traits.hasLink(link), link);
        }
        for (var plain : List.of("version 1.0.3", "at 9 a.m.", "3.14", "mei@example", "https is a protocol", "a.b")) {
            assertFalse(Traits.hasLink(plain), plain);
        }
    }

    @Test
    void emojiAreEmojiHoweverTheyAreBuilt() {
        for (var emoji : List.of("👏", "👏👏 ❤️", "👨‍👩‍👧", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇨🇳")) {
            assertTrue(Traits.emojiOnly(emoji), emoji);
        }
        for (var text : List.of("ok", "1", "#", "👏 ok", "", " ")) {
            assertFalse(Traits.emojiOnly(text), text);
        }
    }

    @Test
    void shoutingSignsAndLinksSpeakAgainstAText() {
        assertEquals(0, Traits.score("What a calm sentence, thank you."));
        assertEquals(0, Traits.score("👏👏👏👏👏👏👏👏👏👏👏👏"));
        assertEquals(20, Traits.score("BUY THIS WONDERFUL THING"));
        assertEquals(40, Traits.score("$$$ !!! %%% ### a"));
        assertEquals(60, Traits.score("$$$ !!! %%% ### $$$$ www.x.top"));
    }

    @Test
    void callsOfPeopleAreCounted() {
        assertEquals(2, Traits.mentions("@Mei and @李雷, mail a@b.org"));
    }
}
