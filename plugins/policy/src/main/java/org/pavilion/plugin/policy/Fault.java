package org.pavilion.plugin.policy;

/** Why a rule document is refused: an RFC 6901 pointer into it and a reason for a person. */
record Fault(String pointer, String reason) {}
