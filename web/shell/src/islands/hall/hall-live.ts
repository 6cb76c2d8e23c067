import { type Host, socket } from '@pavilion/ui'

const soonMs = 250
/** A hall full of phones does not ask in the same instant. */
const spreadMs = 1200
const votesMs = 4000

/**
 * Keeps a server-rendered page of a room up to date, `<div data-island="HallLive" data-room="…">`: sections marked
 * `data-live` are taken from the page anew when the room's topic tells of a change, and forms are sent without leaving
 * it. Without script the same page works by itself.
 */
export class HallLive extends HTMLElement {
  declare host: Host
  declare context: Readonly<Record<string, string>>

  #due: ReturnType<typeof setTimeout> | undefined
  #ends: (() => void)[] = []

  connectedCallback(): void {
    const topic = socket.subscribe(`room:${this.context['room'] ?? ''}`, {
      event: name => (name.startsWith('live.question') || name.startsWith('live.poll')) && this.#soon(soonMs + Math.random() * spreadMs),
      state: key => key === 'phase' && this.#soon(soonMs + Math.random() * spreadMs),
      tick: tick => (tick['votes'] || tick['polls']) && this.#soon(votesMs + Math.random() * spreadMs),
    })
    const send = (event: SubmitEvent): void => void this.#send(event)
    this.addEventListener('submit', send)
    this.#ends = [() => topic.close(), () => this.removeEventListener('submit', send), () => clearTimeout(this.#due)]
  }

  disconnectedCallback(): void {
    for (const end of this.#ends.splice(0)) end()
  }

  #soon(ms: number): void {
    this.#due ??= setTimeout(() => {
      this.#due = undefined
      fetch(location.pathname, { headers: { accept: 'text/html' } })
        .then(answer => (answer.ok ? answer.text() : undefined))
        .then(page => page && this.#show(page))
        .catch(() => this.#soon(votesMs))
    }, ms)
  }

  async #send(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form, event.submitter) as unknown as Record<string, string>)
    const button = event.submitter as HTMLButtonElement | null
    if (button) button.disabled = true
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
      this.#show(await answer.text(), true)
      if (answer.ok) form.reset()
    } catch {
      // What was typed stays; the shell's own notice says that the line is lost.
      this.#soon(votesMs)
    } finally {
      if (button) button.disabled = false
    }
  }

  /** Takes over what changed, but nothing in which somebody chooses or writes just now. */
  #show(text: string, own = false): void {
    const page = new DOMParser().parseFromString(text, 'text/html')
    for (const here of this.querySelectorAll<HTMLElement>('[data-live]')) {
      const name = here.dataset['live'] ?? ''
      const there = page.querySelector<HTMLElement>(`[data-live="${name}"]`)
      if (!there || here.innerHTML === there.innerHTML || (name === 'done' && !own)) continue
      if (!own && here.contains(document.activeElement) && document.activeElement?.matches('input, textarea')) continue
      const stood = here.contains(document.activeElement) ? [...here.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement) : -1
      here.replaceChildren(...there.childNodes)
      here.querySelectorAll('button')[stood]?.focus()
    }
  }
}
