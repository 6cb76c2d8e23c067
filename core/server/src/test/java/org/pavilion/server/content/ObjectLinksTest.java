package org.pavilion.server.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Link;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class ObjectLinksTest {
    private static final Ref BOOTH = new Ref("booth", "b-032");
    private static final Ref ITEM = new Ref("item", "item-steel");
    private static final Ref DRAFT = new Ref("item", "item-draft");
    private static final Set<String> PUBLIC = Visibility.PUBLIC.groups();
    private static final Ref HIDDEN = new Ref("item", "item-hidden");

    private final StorageMount mount;
    private final ObjectLinks links;

    ObjectLinksTest(Store store) {
        mount = store.mount("core");
        Map<Ref, ObjectLinks.LinkTitle> named = new HashMap<>();
        named.put(BOOTH, new ObjectLinks.LinkTitle(BOOTH, new Text("展位", "Booth"), "/booth/b-032", PUBLIC));
        named.put(ITEM, new ObjectLinks.LinkTitle(ITEM, new Text("钢", "Steel"), "/item/item-steel", PUBLIC));
        named.put(
                DRAFT,
                new ObjectLinks.LinkTitle(DRAFT, new Text("稿", "Draft"), "/item/item-draft", Set.of("role:staff")));
        links = new ObjectLinks(mount, new Published(mount), refs -> {
            var found = new HashMap<>(named);
            found.keySet().retainAll(refs);
            return found;
        });
    }

    private void link(Ref from, Ref to) {
        mount.write((handle, journal) -> {
            links.link(handle, journal, from, to, "shows");
            return from;
        });
    }

    @Test
    void showsALinkFromBothEnds() {
        link(BOOTH, ITEM);
        assertEquals(
                List.of(new Link(ITEM, "shows", true, new Text("钢", "Steel"), "/item/item-steel")), links.of(BOOTH));
        assertEquals(List.of(new Link(BOOTH, "shows", false, new Text("展位", "Booth"), "/booth/b-032")), links.of(ITEM));
    }

    @Test
    void aSecondLinkOfTheSameKindChangesNothing() {
        link(BOOTH, ITEM);
        link(BOOTH, ITEM);
        assertEquals(1, links.of(BOOTH).size());
        assertEquals(1, events("content.linked.v1"));
    }

    @Test
    void aMergedObjectIsLinkedAsTheOneThatRemainsFromBothEnds() {
        var twin = new Ref("item", "item-steel-2");
        var merged = new ObjectLinks(mount, new Published(mount), new ObjectLinks.LinkTitles() {
            @Override
            public Map<Ref, ObjectLinks.LinkTitle> of(Collection<Ref> refs) {
                var steel = new ObjectLinks.LinkTitle(ITEM, new Text("钢", "Steel"), "/item/item-steel", PUBLIC);
                var booth = new ObjectLinks.LinkTitle(BOOTH, new Text("展位", "Booth"), "/booth/b-032", PUBLIC);
                return Map.of(ITEM, steel, twin, steel, BOOTH, booth);
            }

            @Override
            public Set<Ref> same(Ref ref) {
                return ref.equals(ITEM) ? Set.of(ITEM, twin) : Set.of(ref);
            }
        });
        link(BOOTH, ITEM);
        link(BOOTH, twin);
        link(ITEM, twin);
        assertEquals(
                List.of(new Link(ITEM, "shows", true, new Text("钢", "Steel"), "/item/item-steel")), merged.of(BOOTH));
        assertEquals(
                List.of(new Link(BOOTH, "shows", false, new Text("展位", "Booth"), "/booth/b-032")), merged.of(ITEM));
    }

    @Test
    void leavesOutWhatNobodyMaySee() {
        link(BOOTH, HIDDEN);
        assertEquals(List.of(), links.of(BOOTH));
    }

    @Test
    void showsWhatIsNotPublicOnlyToThoseWhoMaySeeIt() {
        link(BOOTH, DRAFT);
        assertEquals(List.of(), links.of(BOOTH));
        var staff = new Caller(new Ref("person", "p-1"), Caller.Kind.PERSON, Set.of("pub", "role:staff"));
        assertEquals(1, links.of(BOOTH, staff).size());
    }

    @Test
    void linksMadeAnewReplaceThoseThatStartAtTheObjectAndNoOthers() {
        link(BOOTH, ITEM);
        link(BOOTH, HIDDEN);
        link(ITEM, BOOTH);
        mount.write((handle, journal) -> {
            links.renew(handle, journal, BOOTH, () -> links.link(handle, journal, BOOTH, ITEM, "sells"));
            return BOOTH;
        });
        assertEquals(
                List.of(
                        new Link(ITEM, "sells", true, new Text("钢", "Steel"), "/item/item-steel"),
                        new Link(ITEM, "shows", false, new Text("钢", "Steel"), "/item/item-steel")),
                links.of(BOOTH));
        assertEquals(2, events("content.unlinked.v1"));
    }

    @Test
    void linksMadeAnewWithoutAChangeLeaveNoTrace() {
        link(BOOTH, ITEM);
        mount.write((handle, journal) -> {
            links.renew(handle, journal, BOOTH, () -> links.link(handle, journal, BOOTH, ITEM, "shows"));
            return BOOTH;
        });
        assertEquals(1, links.of(BOOTH).size());
        assertEquals(1, events("content.linked.v1"));
        assertEquals(0, events("content.unlinked.v1"));
    }

    @Test
    void aRemovedLinkIsGoneFromBothEnds() {
        link(BOOTH, ITEM);
        mount.write((handle, journal) -> {
            links.unlink(handle, journal, BOOTH, ITEM, "shows");
            return BOOTH;
        });
        assertEquals(List.of(), links.of(ITEM));
        assertEquals(1, events("content.unlinked.v1"));
    }

    @Test
    void refusesARelationThatIsNoName() {
        assertThrows(
                Problem.class,
                () -> mount.write((handle, journal) -> {
                    links.link(handle, journal, BOOTH, ITEM, "Shows!");
                    return BOOTH;
                }));
    }

    @Test
    void linksInsideAPluginsWrite(Store store) {
        var plugin = store.mount("exhibition");
        plugin.write((handle, journal) -> {
            links.link(handle, journal, BOOTH, ITEM, "shows");
            return BOOTH;
        });
        assertEquals(1, links.of(ITEM).size());
    }

    private int events(String type) {
        return mount.read(handle -> handle.createQuery(
                        "select count(*) from (select type from event_log union all select type from event_outbox) e"
                                + " where type = ?")
                .bind(0, type)
                .mapTo(Integer.class)
                .one());
    }
}
