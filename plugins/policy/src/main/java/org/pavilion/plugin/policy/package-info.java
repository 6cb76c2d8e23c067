/**
 * The policy board: what was released, for whom, and what of it can be computed.
 *
 * <p>A document comes in whole or not at all: {@code RuleBook} refuses what contradicts itself, and every
 * worked example must come out as written. Its law is kept by the day it is in force and the moment it
 * became known; the rest of the record is description and may change without a new version.
 *
 * <p>Several amounts for one cap are {@code claims}. Where claims do not say whose they are, they are taken
 * to be of one company, bank or product: an answer that assumes is never higher than the truth.
 */
@NullMarked
package org.pavilion.plugin.policy;

import org.jspecify.annotations.NullMarked;
