package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.server.event.Await;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class HouseSettingsTest {
    private final Store store;
    private final StorageMount core;
    private final HouseSettings house;

    HouseSettingsTest(Store store) {
        this.store = store;
        core = store.mount("core");
        house = new HouseSettings(core, store.events("core", core));
    }

    @Test
    void aChangeHoldsAtOnceOutlivesARestartAndIsNotedByName() throws InterruptedException {
        assertTrue(house.signUp());
        assertEquals(0, house.slowSeconds());
        assertEquals(17, house.digestHour());

        var saved = house.configure(Map.of("signUp", false, "slowSeconds", 5L, "digestHour", 17L), 0);
        assertEquals(1, saved.version());
        assertFalse(house.signUp());
        assertEquals(5, house.slowSeconds());
        assertFalse(new HouseSettings(core, store.events("core", core)).signUp());
        house.configure(Map.of("signUp", true, "slowSeconds", 5L), 1);
        assertTrue(house.signUp());
        var told = List.of(
                "{\"subject\":\"plugin:core\",\"version\":1,\"changed\":[\"signUp\",\"slowSeconds\"]}",
                "{\"subject\":\"plugin:core\",\"version\":2,\"changed\":[\"signUp\"]}");
        Await.until(() -> told.equals(changes()));
    }

    private List<String> changes() {
        return core.read(handle -> handle.createQuery(
                        "select body from event_log where type = 'plugin.settings-changed.v1' order by seq")
                .mapTo(String.class)
                .list());
    }

    @Test
    void whatIsUnfitIsNamedByItsFieldAndChangesNothing() {
        assertEquals("/slowSeconds", refused(Map.of("slowSeconds", 3_601L)).pointer());
        assertEquals("/digestHour", refused(Map.of("digestHour", "noon")).pointer());
        assertEquals("/signUp", refused(Map.of("signUp", "yes")).pointer());
        assertEquals("/nonsense", refused(Map.of("nonsense", 1L)).pointer());
        assertEquals(0, house.settings().version());
        house.configure(Map.of("slowSeconds", 1L), 0);
        assertEquals("version.conflict", refused(Map.of("slowSeconds", 2L)).code());
        assertEquals(1, house.slowSeconds());
    }

    private Problem refused(Map<String, Object> values) {
        return assertThrows(Problem.class, () -> house.configure(values, 0));
    }
}
