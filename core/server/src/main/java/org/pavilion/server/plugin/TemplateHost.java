package org.pavilion.server.plugin;

import org.pavilion.api.PluginInfo;
import org.pavilion.api.Templates;

/** Gives each plugin its own template engine; implemented by the owner of the template library. */
@FunctionalInterface
public interface TemplateHost {
    /**
     * An engine for the compiled templates of one mount, dropped with it.
     *
     * @param packageName {@code <plugin package>.tpl}
     * @param loader the plugin's own loader; the engine takes it as context loader
     * @param assets site path of the files of {@code ui/}, with a slash at its end
     */
    Templates templates(PluginInfo info, String packageName, ClassLoader loader, Messages messages, String assets);
}
