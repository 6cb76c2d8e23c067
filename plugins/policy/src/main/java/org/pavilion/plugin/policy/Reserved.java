package org.pavilion.plugin.policy;

import java.util.Set;

/** Names in {@code facts} that mean something in every calculation; no rule may use them for its own. */
final class Reserved {
    static final Set<String> NAMES = Set.of(
            "claims",
            "date",
            "eventDate",
            "year",
            "currency",
            "event",
            "events",
            "base",
            "amount",
            "company",
            "companyId",
            "enterprise",
            "creditProduct",
            "creditProductId",
            "bank",
            "bankId",
            "product",
            "productId",
            "programme",
            "program",
            "who",
            "want");

    private Reserved() {}
}
