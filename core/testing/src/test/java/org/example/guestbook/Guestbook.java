package org.example.guestbook;

import java.util.List;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Html;
import org.pavilion.api.Outcome;
import org.pavilion.api.Permission;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** Keeps what visitors write. */
public final class Guestbook implements Plugin {
    private static final Permission SIGN = new Permission("guestbook:sign");

    record Signed(Ref subject) implements DomainEvent {}

    record Entry(String text) {}

    record Line(String id, String text) {}

    record Receipt(String id, String event) {}

    record Entries(List<String> texts) {}

    @Override
    public void start(PluginContext context) {
        var storage = context.storage();
        context.events().publishes("guestbook.signed.v1", Signed.class);
        context.routes()
                .add(Route.post("/entries")
                        .needs(SIGN)
                        .takes(Entry.class)
                        .answers(200, Receipt.class)
                        .handle(request -> {
                            var entry = request.body(Entry.class);
                            return Response.json(storage.write((handle, journal) -> {
                                var id = journal.newId();
                                handle.execute(
                                        "insert into guestbook_entry(id, text, at) values (?, ?, ?)",
                                        id,
                                        entry.text(),
                                        journal.now().toEpochMilli());
                                return new Receipt(id, journal.append(new Signed(new Ref("entry", id))));
                            }));
                        }))
                .add(Route.post("/silent").needs(SIGN).answers(204, Void.class).handle(request -> {
                    storage.write((handle, journal) -> handle.execute("delete from guestbook_entry"));
                    return Response.noContent();
                }))
                .add(Route.get("/entries")
                        .needs(Permission.PUBLIC)
                        .answers(200, Entries.class)
                        .handle(request -> Response.json(storage.read(handle ->
                                new Entries(handle.createQuery("select text from guestbook_entry order by at, id")
                                        .mapTo(String.class)
                                        .list())))));
        context.pages()
                .at(
                        "/guests",
                        Permission.PUBLIC,
                        request -> Response.page(new Html("Guests", "Who was here", "<h1>Guests</h1>")));
        context.imports().accept("guest-entry", Line.class, (handle, journal, line) -> {
            int stored = handle.execute(
                    "insert into guestbook_entry(id, text, at) values (?, ?, 0) on conflict (id) do nothing",
                    line.id(),
                    line.text());
            if (stored == 0) {
                return Outcome.same();
            }
            journal.append(new Signed(new Ref("entry", line.id())));
            return Outcome.created();
        });
    }
}
