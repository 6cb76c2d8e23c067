/**
 * The rule engine: computes what a clause gives for stated facts, or says which fact is missing.
 *
 * <p>It is pure and total: no clock, no storage, an answer for every rule that {@code RuleBook} let in
 * and every facts that {@code FactReader} let in. Decimals are exact; a product of base and rate is rounded
 * once, before the cap. Never-above-the-cap, monotone and known-stays-known are property tests.
 */
@NullMarked
package org.pavilion.plugin.policy.engine;

import org.jspecify.annotations.NullMarked;
