package org.pavilion.plugin.exhibition;

import org.pavilion.api.Text;

/** A scene an item is used in; {@code inferred} when its name implies the use and no source states it. */
public record UseCase(Text name, boolean inferred) {}
