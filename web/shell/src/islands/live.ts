// The live room's module: the island, and the two tags it is made of.
import { LiveChat } from './live/chat.ts'
import { LiveRoom } from './live/live-room.ts'
import { LiveStage } from './live/stage.ts'

for (const [tag, element] of Object.entries({ 'pv-live-chat': LiveChat, 'pv-live-stage': LiveStage })) {
  // oxlint-disable-next-line no-restricted-properties -- parts of the house's own island; a new build loads the page anew
  if (!customElements.get(tag)) customElements.define(tag, element)
}

export default { elements: { LiveRoom } }
