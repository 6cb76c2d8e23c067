package org.pavilion.server.boot;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Ref;
import org.pavilion.server.content.ObjectLinks.LinkTitle;
import org.pavilion.server.content.ObjectLinks.LinkTitles;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.search.Search;

/** What the ends of links are called: as search knows them, merged organisations as the one that remains. */
record Titles(Search search, ExpoDirectory directory) implements LinkTitles {
    @Override
    public Map<Ref, LinkTitle> of(Collection<Ref> refs) {
        var remaining = directory.remaining(refs);
        var documents = search.documents(Set.copyOf(remaining.values()));
        var titles = new HashMap<Ref, LinkTitle>();
        remaining.forEach((ref, now) -> {
            var document = documents.get(now);
            if (document != null) {
                titles.put(
                        ref,
                        new LinkTitle(
                                now,
                                document.title(),
                                document.link().toString(),
                                document.visibility().groups()));
            }
        });
        return titles;
    }

    @Override
    public Set<Ref> same(Ref ref) {
        return directory.same(ref);
    }
}
