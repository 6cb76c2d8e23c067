package org.pavilion.plugin.finance;

import org.pavilion.api.Names;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;

/** The finance board: credit platforms, loans, pledges and funds for technology firms. */
public final class FinancePlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        context.events().publishes("finance.product-changed.v1", ProductChanged.class);
        new Products(context, new Names(context.directory())).open(context);
    }
}
