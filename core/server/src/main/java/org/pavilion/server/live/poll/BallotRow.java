package org.pavilion.server.live.poll;

import java.util.Optional;

/** A ballot as it is stored. */
record BallotRow(String poll, int round, String value, Optional<String> nonce, Optional<String> receipt) {}
