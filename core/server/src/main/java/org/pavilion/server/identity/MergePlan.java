package org.pavilion.server.identity;

import java.util.List;

/**
 * What becomes of two accounts that are one person.
 *
 * @param from the one that goes
 * @param into the one that stays
 * @param moves roles that go over
 * @param lost roles above the caller's own, which end
 * @param tokens how many machine tokens stop working
 * @param sessions how many browsers are signed out
 * @param kept what is kept of the one that goes, by holder, and goes over as far as the holder can
 */
public record MergePlan(
        Account from, Account into, List<Grant> moves, List<Grant> lost, int tokens, int sessions, List<String> kept) {}
