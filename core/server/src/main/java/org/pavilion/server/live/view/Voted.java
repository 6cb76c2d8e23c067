package org.pavilion.server.live.view;

/** Whether the caller's vote counts for a question now, and how many votes it has. */
public record Voted(String id, boolean voted, long votes) {}
