// The rows of the chat: one element a message, drawn again only when it changed.
import { type Locale, time } from '@pavilion/ui'
import { type TemplateResult, html, nothing, render } from 'lit'
import type { Entry, Line } from './log.ts'
import type { Room } from './room.ts'
import { type Words, reason } from './words.ts'

/** Messages of one person within this time stand under one name. */
const together = 3 * 60_000
const quoted = 60

interface Row {
  readonly element: HTMLElement
  entry: Entry
  head: boolean
}

export class Rows {
  readonly #log: HTMLElement
  readonly #room: Room
  readonly #t: Words
  readonly #locale: Locale
  readonly #rows = new Map<string, Row>()

  constructor(log: HTMLElement, room: Room, t: Words, locale: Locale) {
    this.#log = log
    this.#room = room
    this.#t = t
    this.#locale = locale
  }

  /** Brings the rows in line with the log; one pass, and the only place that writes to it. */
  draw(): void {
    const seen = new Set<string>()
    let before: Entry | undefined
    let cursor = this.#log.firstElementChild
    for (const entry of this.#room.log.entries) {
      const row = this.#row(entry, starts(entry, before))
      if (row === cursor) cursor = cursor.nextElementSibling
      else this.#log.insertBefore(row, cursor)
      seen.add(entry.key)
      before = entry
    }
    for (const [key, row] of this.#rows) {
      if (seen.has(key)) continue
      this.#rows.delete(key)
      row.element.remove()
    }
  }

  /** Draws every row anew, when names or rights changed. */
  redraw(): void {
    for (const row of this.#rows.values()) this.#fill(row)
  }

  line(element: Element | null): Line | undefined {
    const key = element?.closest<HTMLElement>('.msg')?.dataset['key']
    return key === undefined ? undefined : this.#room.log.line(key)
  }

  element(key: string): HTMLElement | undefined {
    return this.#rows.get(key)?.element
  }

  #row(entry: Entry, head: boolean): HTMLElement {
    const known = this.#rows.get(entry.key)
    if (known) {
      if (known.entry !== entry || known.head !== head) this.#fill(Object.assign(known, { entry, head }))
      return known.element
    }
    const element = document.createElement('div')
    element.dataset['key'] = entry.key
    element.tabIndex = -1
    const row = { element, entry, head }
    this.#rows.set(entry.key, row)
    this.#fill(row)
    return element
  }

  #fill({ element, entry, head }: Row): void {
    if (entry.kind === 'hole') {
      element.className = 'hole'
      const count = entry.to - entry.from + 1
      render(html`<span>${this.#t('skipped', count)}</span><button class="link" data-hole type="button">${this.#t('show-skipped')}</button>`, element)
      return
    }
    const { message, state } = entry
    const own = this.#room.mine(message) || state === 'sending' || state === 'failed' || state === 'held'
    element.className = ['msg', head && 'head', own && 'own', message.author.role !== 'guest' && 'host', state].filter(Boolean).join(' ')
    render(html`${head ? this.#who(entry, own) : nothing} ${this.#quote(entry)} ${this.#said(entry)} ${this.#marks(entry)} ${this.#standing(entry)}`, element)
  }

  #who({ message }: Line, own: boolean): TemplateResult {
    const { author } = message
    return html`<div class="who">
      <i class="disc" style=${`--h:${hue(author.id)}`} aria-hidden="true">${[...author.name][0] ?? '·'}</i><b>${author.name}</b>
      ${author.role === 'guest' ? nothing : html`<span class="role">${this.#role(author.role)}</span>`}
      ${own ? html`<span class="me">${this.#t('you')}</span>` : nothing}
      <time datetime=${message.at} title=${time(message.at, this.#locale)}>${clock(message.at, this.#locale)}</time>
    </div>`
  }

  #role(role: string): string {
    return role === 'host' || role === 'speaker' || role === 'moderator' ? this.#t(role) : role
  }

  #quote({ message, state }: Line): TemplateResult | typeof nothing {
    if (!message.replyTo || state === 'gone') return nothing
    const answered = this.#room.log.line(message.replyTo)
    const text = answered && answered.state !== 'gone' ? [...answered.message.text].slice(0, quoted).join('') : ''
    const to = answered ? answered.message.author.name : this.#t('earlier')
    return html`<button class="quote" type="button" data-to=${message.replyTo} ?disabled=${!answered}>
      ${this.#t('replied-to', to)}<span>${text}</span>
    </button>`
  }

  #said({ message, state, why }: Line): TemplateResult {
    if (state === 'gone') return html`<p class="tomb">${this.#t(why === 'author' ? 'gone-author' : why === 'held' ? 'held' : 'gone-moderator')}</p>`
    if (this.#room.mutes.person(message.author.id))
      return html`<p class="tomb">${this.#t('muted')} <button class="link quiet" type="button" data-act="mute">${this.#t('unmute-person')}</button></p>`
    return html`<p class="text">${this.#mentions(message.text)}${message.editedAt ? html` <small>${this.#t('edited')}</small>` : nothing}</p>`
  }

  /** The visitor's own name stands out where others call it. */
  #mentions(text: string): unknown {
    const name = this.#room.state?.me.name
    const parts = name ? text.split(`@${name}`) : [text]
    return parts.length < 2 ? text : parts.map((part, at) => (at === 0 ? part : html`<mark>@${name}</mark>${part}`))
  }

  #marks({ key, message, state }: Line): TemplateResult | typeof nothing {
    const marks = Object.entries(message.marks ?? {})
    if (marks.length === 0 || state !== 'shown') return nothing
    return html`<p class="marks">
      ${marks.map(
        ([kind, n]) =>
          html`<button class="mark" type="button" data-act=${`mark-${kind}`} aria-pressed=${this.#room.marked.has(key + kind)} ?disabled=${!this.#room.can('reaction.send')}>
            ${kind} <span>${n}</span>
          </button>`,
      )}
    </p>`
  }

  #standing({ state, why }: Line): TemplateResult | typeof nothing {
    if (state === 'sending') return html`<p class="standing">${this.#t('sending')}</p>`
    if (state === 'held') return html`<p class="standing">${this.#t('held')}</p>`
    if (state !== 'failed') return nothing
    return html`<p class="standing bad">
      ${this.#t('failed')}${reason(this.#t, why ?? '')}
      <button class="link" type="button" data-act="again">${this.#t('retry')}</button>
      <button class="link" type="button" data-act="discard">${this.#t('discard')}</button>
    </p>`
  }
}

/** Whether an entry begins a group under its own name. */
function starts(entry: Entry, before: Entry | undefined): boolean {
  if (entry.kind === 'hole') return false
  if (!before || before.kind === 'hole' || before.state === 'gone') return true
  const [one, two] = [before.message, entry.message]
  return one.author.id !== two.author.id || one.author.name !== two.author.name || Date.parse(two.at) - Date.parse(one.at) > together
}

/** One colour a person, the same for everybody in the room. */
const hue = (id: string): number => ([...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) * 137) % 360

/** Made once: making a format costs more than all else of a row. */
const clocks: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
}

const clock = (at: string, locale: Locale): string => clocks[locale].format(new Date(at))
