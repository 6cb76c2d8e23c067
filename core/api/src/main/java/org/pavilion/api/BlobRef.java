package org.pavilion.api;

/** A stored file: lower-case SHA-256 in hex and size in bytes. */
@Stable
public record BlobRef(String sha256, long size) {}
