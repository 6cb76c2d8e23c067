// The live room's module: the island, and the tags it is made of.
import { LiveChat } from './live/chat.ts'
import { LiveComposer } from './live/composer.ts'
import { LiveRoom } from './live/live-room.ts'
import { LiveReactions } from './live/reactions.ts'
import { LiveSearch } from './live/live-search.ts'
import { LiveStage } from './live/stage.ts'

const tags = { 'pv-live-chat': LiveChat, 'pv-live-composer': LiveComposer, 'pv-live-reactions': LiveReactions, 'pv-live-search': LiveSearch, 'pv-live-stage': LiveStage }
for (const [tag, element] of Object.entries(tags)) {
  // oxlint-disable-next-line no-restricted-properties -- parts of the house's own island; a new build loads the page anew
  if (!customElements.get(tag)) customElements.define(tag, element)
}

export default { elements: { LiveRoom } }
