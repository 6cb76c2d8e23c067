/**
 * What live rooms show: the records that their pages, their JSON and their frames are made of. Other
 * features may use them; nothing here does anything.
 */
@NullMarked
package org.pavilion.server.live.view;

import org.jspecify.annotations.NullMarked;
