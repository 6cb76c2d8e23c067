package org.pavilion.server.live.view;

/**
 * The way into a room's hall.
 *
 * @param address what the QR code says
 * @param qr the code as SVG, black on white
 * @param invites codes for one person each that nobody used yet
 */
public record EntryView(String code, String address, String qr, long invites) {}
