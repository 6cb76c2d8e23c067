package org.pavilion.server.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.StringOutput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pavilion.api.Caller;
import org.pavilion.api.Directory;
import org.pavilion.api.Html;
import org.pavilion.api.Listing;
import org.pavilion.api.PluginInfo;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Sheet;
import org.pavilion.api.Templates;
import org.pavilion.server.plugin.Messages;
import org.pavilion.server.plugin.TemplateHost;

/**
 * Templates compiled into the jars, one engine for each mount. JTE ignores the loader it is given for
 * precompiled templates and takes the thread's context loader, so the engine is made with that set.
 */
public final class JteTemplates implements TemplateHost {
    private static final String HOUSE = "org.pavilion.server.http.tpl";

    private final Directory directory;
    private final Function<Ref, String> paths;
    private final Steps steps;
    private final Engine house;

    /** Finds what to do next with an object, without the relations that are shown already. */
    @FunctionalInterface
    public interface Steps {
        NextPanel of(Ref subject, Caller caller, Collection<String> shown);
    }

    /** @param paths page of an object without language prefix */
    public JteTemplates(Directory directory, Function<Ref, String> paths, Steps steps) {
        this.directory = directory;
        this.paths = paths;
        this.steps = steps;
        this.house = new Engine(engine(HOUSE, JteTemplates.class.getClassLoader()), new CoreWords(), "/assets/");
    }

    @Override
    public Templates templates(
            PluginInfo info, String packageName, ClassLoader loader, Messages messages, String assets) {
        return new Engine(engine(packageName, loader), messages::text, assets);
    }

    /** The house's own templates. */
    Templates house() {
        return house;
    }

    /**
     * The foot of an object's page.
     *
     * @param subject what can be kept among one's favourites
     */
    public record Onward(Ref subject, NextPanel panel) {}

    /** What to do next with the subject, as a part of a page: keep it, and where its links lead. */
    private Html next(Request request, Ref subject, Collection<String> shown) {
        return house.render(request, "board/next", new Onward(subject, steps.of(subject, request.caller(), shown)));
    }

    /** The templates of one owner with its words; lists and sheets are drawn by the house for all. */
    private final class Engine implements Templates {
        private final TemplateEngine engine;
        private final PageView.Words words;
        private final String assets;

        Engine(TemplateEngine engine, PageView.Words words, String assets) {
            this.engine = engine;
            this.words = words;
            this.assets = assets;
        }

        @Override
        public Html listing(Request request, Listing listing) {
            return house.render(request, "board/listing", listing);
        }

        @Override
        public Html sheet(Request request, Sheet sheet) {
            return house.render(request, "board/sheet", sheet);
        }

        @Override
        public Html sheet(Request request, Sheet sheet, Ref subject) {
            var page = house.render(request, "board/sheet", sheet.withoutLinks());
            return new Html(
                    page.title(),
                    page.description(),
                    page.body() + next(request, subject, List.of()).body());
        }

        @Override
        public Html render(Request request, String name, Record model) {
            var view = new PageView(
                    request, words, directory, paths, assets, (subject, shown) -> next(request, subject, shown));
            var out = new StringOutput(8 * 1024);
            try {
                engine.render(name + ".jte", Map.of("view", view, "model", model), out);
            } catch (TemplateException e) {
                // A Problem thrown inside a template is an answer, not a fault of the template.
                throw Causes.find(e, Problem.class)
                        .map(RuntimeException.class::cast)
                        .orElse(e);
            }
            return view.html(out.toString());
        }
    }

    private static TemplateEngine engine(String packageName, ClassLoader loader) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, loader, packageName);
            engine.setBinaryStaticContent(true);
            return engine;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
