import { type Subscription, socket } from '@pavilion/ui'

/** Keeps the organiser's first page and the health page as things are now; the server drew them as they were. */
export class DeskFigures extends HTMLElement {
  #listening: Subscription | undefined
  #asking = false

  connectedCallback(): void {
    this.#listening = socket.subscribe('desk', {
      state: (key, value) => {
        if (key === 'figures') this.show(value as Record<string, number>)
        if (key === 'marks') void this.renew(value as Record<string, string>)
      },
    })
  }

  disconnectedCallback(): void {
    this.#listening?.close()
  }

  show(figures: Readonly<Record<string, number>>): void {
    const format = new Intl.NumberFormat(document.documentElement.lang || 'zh')
    for (const place of this.querySelectorAll<HTMLElement>('[data-figure]')) {
      const value = figures[place.dataset['figure'] ?? '']
      if (value !== undefined) place.textContent = format.format(value)
    }
    for (const box of this.querySelectorAll<HTMLElement>('[data-warn]')) {
      box.classList.toggle('warn', (figures[box.dataset['warn'] ?? ''] ?? 0) > 0)
    }
    const live = this.querySelector<HTMLElement>('[data-live]')
    if (live) live.hidden = false
  }

  /** Fetches this page anew when what it lists is no longer what the server has; not under somebody's hands. */
  async renew(marks: Readonly<Record<string, string>>): Promise<void> {
    const part = this.querySelector<HTMLElement>('[data-part]')
    const mark = marks[part?.dataset['part'] ?? '']
    if (!part || mark === undefined || mark === part.dataset['mark'] || this.#asking || part.contains(document.activeElement)) return
    this.#asking = true
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector<HTMLElement>(`[data-part="${part.dataset['part']}"]`)
      if (fresh) part.replaceWith(document.adoptNode(fresh))
    } catch {
      // Without a connection the page stays as it is; the next mark asks again.
    } finally {
      this.#asking = false
    }
  }
}
