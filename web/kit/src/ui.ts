// @pavilion/ui: what an island builds with. Shared by all islands of a page through the import map.
import { Chart } from './chart.ts'
import { Dialog } from './dialog.ts'
import { EmptyState, ErrorState, Skeleton } from './states.ts'
import { Tabs } from './tabs.ts'

export { type Api, ProblemError, type Schemas, api, problemOf } from './client.ts'
export { type Point, Chart } from './chart.ts'
export { Dialog } from './dialog.ts'
export { type Host, PavilionElement, base } from './element.ts'
export { type Locale, type Text, money, number, text, time } from './format.ts'
export { type Hearing, type SocketStatus, type Subscription, PageSocket, SocketError, socket } from './socket.ts'
export { type Keeper, Stars, stars } from './stars.ts'
export { EmptyState, ErrorState, Skeleton } from './states.ts'
export { Tabs } from './tabs.ts'

// The kit is one file per page, so its own tags are registered once; plugins never do this.
const tags = { 'pv-chart': Chart, 'pv-dialog': Dialog, 'pv-empty': EmptyState, 'pv-error': ErrorState, 'pv-skeleton': Skeleton, 'pv-tabs': Tabs }
for (const [tag, element] of Object.entries(tags)) {
  // oxlint-disable-next-line no-restricted-properties -- the kit's tags belong to the house
  if (!customElements.get(tag)) customElements.define(tag, element)
}
