import { type TemplateResult, css, html } from 'lit'
import { PavilionElement, base } from './element.ts'

/**
 * Tabs over slotted panels: `<pv-tabs><section data-label="Chat">…</section>…</pv-tabs>`. Arrow keys,
 * Home and End move; panels keep their state while hidden.
 */
export class Tabs extends PavilionElement {
  static override properties = { selected: { type: Number }, label: {}, names: { state: true } }
  static override styles = [
    base,
    css`
      [role='tablist'] {
        display: flex;
        gap: var(--pv-s-1);
        overflow-x: auto;
        border-bottom: 1px solid var(--pv-line);
      }
      [role='tab'] {
        flex: none;
        min-height: 48px;
        padding: 0 14px;
        border: 0;
        border-bottom: 3px solid transparent;
        background: none;
        color: var(--pv-ink-2);
        font-weight: 600;
        cursor: pointer;
      }
      [aria-selected='true'] {
        color: var(--pv-brand);
        border-bottom-color: currentColor;
      }
    `,
  ]
  declare selected: number | undefined
  declare label: string | undefined
  declare private names: readonly string[]

  constructor() {
    super()
    this.names = []
  }

  get #panels(): readonly HTMLElement[] {
    return [...this.children].filter((child): child is HTMLElement => child instanceof HTMLElement)
  }

  override render(): TemplateResult {
    const selected = this.selected ?? 0
    return html`<div role="tablist" aria-label=${this.label ?? ''} @keydown=${this.#keys}>
        ${this.names.map(
          (name, at) =>
            html`<button role="tab" aria-selected=${at === selected} tabindex=${at === selected ? 0 : -1} @click=${() => this.#show(at)}>
              ${name}
            </button>`,
        )}
      </div>
      <slot @slotchange=${this.#read}></slot>`
  }

  override updated(): void {
    for (const [at, panel] of this.#panels.entries()) panel.hidden = at !== (this.selected ?? 0)
  }

  #read(): void {
    const panels = this.#panels
    for (const panel of panels) {
      panel.role = 'tabpanel'
      panel.ariaLabel = panel.dataset['label'] ?? ''
    }
    this.names = panels.map(panel => panel.dataset['label'] ?? '')
  }

  #show(at: number): void {
    this.selected = at
    this.dispatchEvent(new CustomEvent('pv-select', { detail: at }))
  }

  #keys(event: KeyboardEvent): void {
    const last = this.names.length - 1
    const now = this.selected ?? 0
    const next = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last }[event.key]
    if (next === undefined) return
    event.preventDefault()
    this.#show(next)
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus())
  }
}
