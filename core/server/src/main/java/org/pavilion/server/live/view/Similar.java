package org.pavilion.server.live.view;

import java.util.List;

/** Questions of a room that ask much the same as what is being typed, the most similar first. */
public record Similar(List<QuestionView> questions) {}
