// Questions and polls of a live room: fetched when a room has them and somebody looks.
import { LivePolls } from './poll-panel.ts'
import { LiveQuestions } from './question-panel.ts'

for (const [tag, element] of Object.entries({ 'pv-live-questions': LiveQuestions, 'pv-live-polls': LivePolls })) {
  // oxlint-disable-next-line no-restricted-properties -- parts of the house's own island; a new build loads the page anew
  if (!customElements.get(tag)) customElements.define(tag, element)
}
