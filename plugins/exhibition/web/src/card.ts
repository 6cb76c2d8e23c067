// The card of the chosen stand: who it is, how far, and the way in.
import { type TemplateResult, html, nothing, svg } from 'lit'
import { zoneColours } from './colour.ts'
import { type Locale, say } from './paint.ts'
import type { Gate, Plan, Stand } from './plan.ts'
import { type Point, metres } from './route.ts'

export interface CardHost {
  readonly locale: Locale
  readonly dark: boolean
  readonly from: Gate | undefined
  readonly route: readonly Point[] | undefined
  t(key: string, ...args: readonly (string | number)[]): string
  address(stand: Stand): string
  /** The visitor's tour with this stand at its end. */
  tourWith(stand: Stand): string
  close(): void
  showRoute(from?: Gate): void
  /** A click on the way in; modified clicks stay the browser's. */
  follow(event: MouseEvent, stand: Stand): void
}

export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`

export function card(host: CardHost, plan: Plan, stand: Stand): TemplateResult {
  const { locale } = host
  const zone = plan.zones[stand.zone]
  const colour = zone ? zoneColours(zone.colour, host.dark).stand : 'none'
  return html`<section class="card" aria-label=${say(stand.name, locale)} style="--c:${colour}">
    <button class="x" aria-label=${host.t('map.close')} @click=${() => host.close()}>${icon('M6 6l12 12M18 6L6 18')}</button>
    <h2>${say(stand.name, locale)}</h2>
    <p>
      <code>${stand.code}</code>${zone ? say(zone.name, locale) : nothing}
      ${stand.synthetic ? html`<span class="badge">${host.t('map.synthetic')}</span>` : nothing}
    </p>
    ${walked(host)}
    <div class="acts">
      <a class="btn primary" href=${host.address(stand)} @click=${(e: MouseEvent) => host.follow(e, stand)}>${host.t('map.visit')}</a>
      ${host.route
        ? html`<div class="from" role="group" aria-label=${host.t('map.from')}>
            ${plan.gates.map(
              gate => html`<button aria-pressed=${gate === host.from} @click=${() => host.showRoute(gate)}>${say(gate.name, locale)}</button>`,
            )}
          </div>`
        : html`<button class="btn" @click=${() => host.showRoute()}>${host.t('map.route')}</button>
            <a class="btn" href=${host.tourWith(stand)}>${host.t('map.tour.add')}</a>`}
    </div>
  </section>`
}

function walked(host: CardHost): TemplateResult | typeof nothing {
  const { route, from, locale } = host
  if (!route || !from) return nothing
  const gate = say(from.name, locale)
  return html`<p class="walk" role="status">
    ${route.length > 0 ? host.t('map.walk', gate, Math.round(metres(route))) : host.t('map.unreachable', gate)}
  </p>`
}
