package org.pavilion.server.live.view;

import java.util.List;

/**
 * What anybody needs to check that a closed round counted a receipt, and how many it counted.
 *
 * @param leaves every receipt in hex, in ascending order
 * @param root of the tree over them: SHA-256 of {@code 0x00 ‖ leaf} and of {@code 0x01 ‖ left ‖ right}; a last one
 *     without partner goes up as it is
 */
public record PollProof(String poll, int round, long ballots, String root, List<String> leaves) {}
