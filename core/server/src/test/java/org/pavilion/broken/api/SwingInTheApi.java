package org.pavilion.broken.api;

import javax.swing.JPanel;

/** Breaks rule 1: the API may not lean on more than the JDK's core, jspecify and Jdbi. */
public interface SwingInTheApi {
    JPanel panel();
}
