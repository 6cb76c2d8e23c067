const PAUSE_MS = 180

/** Shows what a theme colour makes of the sample while the colour is being chosen: the server draws it, as ever. */
export class LookPreview extends HTMLElement {
  #input: HTMLInputElement | null = null
  #timer = 0
  #asked = 0
  #hear = (): void => {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#show(), PAUSE_MS)
  }

  connectedCallback(): void {
    this.#input = this.closest('form')?.querySelector('input[name=seed]') ?? null
    this.#input?.addEventListener('input', this.#hear)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#input?.removeEventListener('input', this.#hear)
  }

  async #show(): Promise<void> {
    const asked = ++this.#asked
    const answer = await fetch(`${location.pathname}?seed=${encodeURIComponent(this.#input?.value ?? '')}`, { headers: { Accept: 'text/html' } })
    if (!answer.ok || asked !== this.#asked) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('[data-island=LookPreview]')
    if (fresh && asked === this.#asked) this.replaceChildren(...fresh.childNodes)
  }
}
