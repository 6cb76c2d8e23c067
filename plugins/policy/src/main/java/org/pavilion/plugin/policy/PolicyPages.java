package org.pavilion.plugin.policy;

import org.pavilion.api.Pages;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Templates;

/** The pages of the policy board. */
final class PolicyPages {
    private final Templates templates;
    private final ListViews lists;
    private final PolicyViews documents;
    private final CalculatorViews calculators;

    PolicyPages(
            PluginContext context, Policies policies, PolicyVersions versions, Statutes statutes, Profiles profiles) {
        this.templates = context.templates();
        this.lists = new ListViews(policies);
        this.documents = new PolicyViews(policies, versions, statutes);
        this.calculators = new CalculatorViews(statutes, profiles);
    }

    void addTo(Pages pages) {
        pages.at("/policy", Permission.PUBLIC, request -> page(request, "list", lists.view(request)))
                .at(
                        "/policy/calculator",
                        Permission.PUBLIC,
                        request -> page(request, "calculator", calculators.view(request, "")))
                .at("/policy/{id}", Permission.PUBLIC, request -> page(request, "policy", documents.view(request)));
    }

    private Response page(Request request, String template, Record model) {
        return Response.page(templates.render(request, template, model));
    }
}
