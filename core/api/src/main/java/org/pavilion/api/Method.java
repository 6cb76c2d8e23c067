package org.pavilion.api;

/** HTTP methods a route may answer. */
@Stable
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
