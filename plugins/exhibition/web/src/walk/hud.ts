// The controls over the walk: who stands here, the way in, the neighbours, the way that is shown.
import { type TemplateResult, css, html, nothing } from 'lit'
import { icon } from '../card.ts'
import { zoneColours } from '../colour.ts'
import { type Locale, say } from '../paint.ts'
import type { Plan, Stand } from '../plan.ts'

export interface Hud {
  readonly locale: Locale
  readonly dark: boolean
  readonly plan: Plan
  readonly near: Stand | undefined
  /** Metres of the way on the floor that nobody walks yet. */
  readonly ahead: number | undefined
  t(key: string, ...args: readonly (string | number)[]): string
  address(stand: Stand): string
  follow(event: MouseEvent, stand: Stand): void
  next(step: number): void
  go(): void
  jump(event: MouseEvent): void
}

export function hud(walk: Hud): TemplateResult {
  const { near, locale, plan } = walk
  const zone = near ? plan.zones[near.zone] : undefined
  const name = near ? say(near.name, locale) : walk.t('walk.nobody')
  const parts = near ? [zone ? say(zone.name, locale) : '', say(near.shows, locale)].filter(Boolean) : [walk.t('walk.stands', plan.stands.length)]
  return html`<p class="help">${walk.t('walk.help')}</p>
    <canvas class="mini" aria-hidden="true" @click=${(event: MouseEvent) => walk.jump(event)}></canvas>
    <section class="hud" aria-label=${walk.t('walk.controls')} style="--c:${zone ? zoneColours(zone.colour, walk.dark).stand : 'none'}">
      ${walk.ahead === undefined
        ? nothing
        : html`<div class="ahead">
            <span>${walk.t('walk.ahead', Math.round(walk.ahead))}</span>
            <button class="btn" @click=${() => walk.go()}>${walk.t('walk.go')}</button>
          </div>`}
      <button class="beside" aria-label=${walk.t('walk.previous')} @click=${() => walk.next(-1)}>${icon('M15 5l-7 7 7 7')}</button>
      <div class="who" role="status">
        <b>${name}</b>
        <small>${near ? html`<code>${near.code}</code>` : nothing}<span>${parts.join(' · ')}</span></small>
      </div>
      ${near
        ? html`<a class="btn primary" href=${walk.address(near)} @click=${(event: MouseEvent) => walk.follow(event, near)}>${walk.t('map.visit')}</a>`
        : nothing}
      <button class="beside" aria-label=${walk.t('walk.next')} @click=${() => walk.next(1)}>${icon('M9 5l7 7-7 7')}</button>
    </section>`
}

export const hudStyles = css`
  .walk,
  .walk canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .walk canvas:focus-visible {
    outline-offset: -3px;
  }
  .hud,
  .help,
  .mini {
    position: absolute;
    border: 1px solid var(--pv-line);
    background: var(--pv-surface);
    box-shadow: var(--pv-shadow-1);
  }
  .hud {
    left: calc(50% + 182px);
    bottom: 20px;
    translate: -50%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    width: min(560px, calc(100% - 364px - 250px));
    min-width: 380px;
    padding: 8px;
    border-radius: var(--pv-r-3);
    box-shadow: var(--pv-shadow-2);
  }
  .ahead {
    flex: 1 0 100%;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 0 0 8px 12px;
    border-bottom: 1px solid var(--pv-line);
    font-size: var(--pv-t-1);
    font-weight: 600;
  }
  .beside {
    display: grid;
    place-items: center;
    width: var(--pv-tap);
    height: var(--pv-tap);
    padding: 0;
    border: 0;
    border-radius: var(--pv-r-2);
    background: none;
    cursor: pointer;
  }
  .beside:hover {
    background: var(--pv-sunken);
  }
  .beside svg {
    width: 22px;
    height: 22px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .who {
    flex: 1;
    min-width: 0;
    padding: 0 4px;
    line-height: 1.35;
  }
  .who b,
  .who small span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .who b {
    display: block;
    font-size: var(--pv-t-2);
  }
  .who small {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
  }
  .who code {
    flex: none;
    padding: 4px 8px;
    font-size: 0.75rem;
  }
  .hud a {
    text-decoration: none;
    white-space: nowrap;
  }
  canvas.mini {
    inset: auto 16px 20px auto;
    width: 180px;
    height: auto;
    border-radius: 14px;
    cursor: pointer;
  }
  .help {
    left: 380px;
    top: 16px;
    margin: 0;
    padding: 5px 14px;
    border-radius: 99px;
    color: var(--pv-ink-2);
    font-size: var(--pv-t-0);
  }
  @media (max-width: 1100px) {
    canvas.mini {
      bottom: 112px;
      width: 140px;
    }
    .hud {
      left: 380px;
      right: 16px;
      width: auto;
      min-width: 0;
      translate: none;
    }
  }
  @media (max-width: 760px) {
    .help {
      display: none;
    }
    .hud {
      left: 10px;
      right: 10px;
      bottom: calc(var(--sheet, 152px) + 10px);
      gap: 2px;
    }
    .hud a {
      padding: 0 12px;
    }
    .who b {
      font-size: var(--pv-t-1);
    }
    canvas.mini {
      inset: auto auto calc(var(--sheet, 152px) + 82px) 10px;
      width: 92px;
      border-radius: 10px;
    }
  }
`
