import { base } from '@pavilion/ui'
import { LitElement, type TemplateResult, html } from 'lit'
import { reactionIcon } from './icons.ts'
import { calm } from './looks.ts'
import { reactionStyle } from './chat-style.ts'
import type { Room } from './room.ts'
import { Taps } from './taps.ts'
import { type Words, reactionName } from './words.ts'

const shown = 8
const rising = 5

/** Applause and the like: taps are merged, totals come with the ticks, and what others tap rises over its button. */
export class LiveReactions extends LitElement {
  static override styles = [base, reactionStyle]
  static override properties = { room: { attribute: false }, t: { attribute: false } }

  declare room: Room
  declare t: Words

  #known: Readonly<Record<string, number>> = {}
  #off: (() => void) | undefined
  readonly #taps = new Taps((kind, n) => {
    this.room.react(kind, n).catch((error: unknown) => this.dispatchEvent(new CustomEvent('pv-trouble', { detail: error, bubbles: true, composed: true })))
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#known = this.room.totals
    this.#off = this.room.hear(change => {
      if (change.what === 'tick' && change.tick.reactions) this.#count()
      if (change.what !== 'said' && change.what !== 'log') this.requestUpdate()
    })
  }

  override disconnectedCallback(): void {
    this.#off?.()
    this.#taps.flush()
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { room, t } = this
    return html`<div role="group" aria-label=${t('react')}>
      ${(room.state?.modes.reactions ?? []).slice(0, shown).map(kind => {
        const total = room.totals[kind] ?? 0
        return html`<button
          type="button"
          data-kind=${kind}
          ?disabled=${!room.can('reaction.send')}
          aria-label=${`${reactionName(t, kind)} ${total}`}
          title=${reactionName(t, kind)}
          @click=${() => this.#tap(kind)}
        >
          ${reactionIcon(kind)}<span>${total === 0 ? '' : short.format(total)}</span>
        </button>`
      })}
    </div>`
  }

  #tap(kind: string): void {
    this.#taps.tap(kind)
    this.#rise(kind, 1)
  }

  #count(): void {
    for (const [kind, total] of Object.entries(this.room.totals)) {
      const more = total - (this.#known[kind] ?? 0)
      if (more > 0) this.#rise(kind, more)
    }
    this.#known = this.room.totals
  }

  #rise(kind: string, n: number): void {
    const button = this.renderRoot.querySelector(`[data-kind="${CSS.escape(kind)}"]`)
    if (!button || document.hidden || calm() || button.querySelectorAll('.rise').length >= rising) return
    const count = document.createElement('i')
    count.className = 'rise'
    count.ariaHidden = 'true'
    count.textContent = `+${n}`
    count.addEventListener('animationend', () => count.remove())
    button.append(count)
  }
}

/** 1.2K in both languages: the buttons are small. */
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
