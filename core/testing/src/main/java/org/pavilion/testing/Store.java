package org.pavilion.testing;

/** The database engines a plugin must hold on. */
public enum Store {
    SQLITE,
    POSTGRES
}
