import { type TemplateResult, html, nothing } from 'lit'
import { time } from '@pavilion/ui'
import { refused } from '../live/wire.ts'
import type { RoomDesk } from './room-desk.ts'
import type { PersonCard } from './types.ts'
import { isWord } from './words.ts'

const kinds = ['warning', 'timeout', 'silence', 'ban'] as const

/** Who somebody is in this room: what they said, what was done about it, and what can be done now. */
export class PersonPanel {
  readonly #desk: RoomDesk
  #card: PersonCard | undefined
  #id = ''
  #missing = false

  constructor(desk: RoomDesk) {
    this.#desk = desk
  }

  async show(id: string): Promise<void> {
    this.#id = id
    this.#card = undefined
    this.#missing = false
    this.#desk.requestUpdate()
    this.#dialog?.showModal()
    await this.#load()
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#desk.renderRoot.querySelector('dialog.person')
  }

  get #path(): string {
    return `/desk/people/${encodeURIComponent(this.#id)}`
  }

  async #load(): Promise<void> {
    try {
      this.#card = (await this.#desk.desk?.ask(this.#path)) as PersonCard
    } catch (error) {
      this.#missing = refused(error).status === 404
    }
    this.#desk.requestUpdate()
  }

  readonly #measure = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const { kind, minutes, scope, reason } = Object.fromEntries(new FormData(form)) as Record<string, string>
    const done = await this.#desk.now(() => this.#desk.desk?.put('POST', `${this.#path}/sanction`, { kind, reason, scope, minutes: Number(minutes) }) ?? Promise.resolve(), 'applied')
    if (done) form.reset()
    await this.#load()
  }

  readonly #note = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const said = String(new FormData(form).get('text') ?? '').trim()
    if (said && (await this.#desk.now(() => this.#desk.desk?.put('POST', `${this.#path}/notes`, { text: said }) ?? Promise.resolve()))) form.reset()
    await this.#load()
  }

  async #lift(id: string): Promise<void> {
    await this.#desk.now(async () => {
      const answer = await fetch(`/api/moderation/sanctions/${encodeURIComponent(id)}`, { method: 'DELETE' })
      if (!answer.ok) throw new Error(answer.statusText)
    })
    await this.#load()
  }

  render(): TemplateResult {
    const { say: t, host } = this.#desk
    const card = this.#card
    return html`<dialog class="person" aria-labelledby="who">
      <header><h2 id="who">${card?.name ?? t('who')}</h2><button type="button" class="btn small" @click=${() => this.#dialog?.close()}>${t('close')}</button></header>
      ${card
        ? html`<p class="meta"><span>${t('who-since', time(card.since, host.locale))}</span><span>${card.registered ? t('who-registered', time(card.registered, host.locale)) : t('who-guest')}</span><span>${t('who-counts', card.messages, card.removed, card.held)}</span></p>
          ${this.#measures(card)}
          ${this.#desk.desk?.can('sanction.apply') ? this.#limits() : nothing}
          <h3>${t('notes')}</h3>
          <ul class="plain">${card.notes.map(note => html`<li>${note.text} <span class="note">${note.by} · ${time(note.at, host.locale)}</span></li>`)}</ul>
          <form class="line" @submit=${this.#note}><input name="text" aria-label=${t('note')} placeholder=${t('note')} maxlength="500" /><button class="btn">${t('add')}</button></form>`
        : html`<p role="status">${t(this.#missing ? 'who-unknown' : 'loading')}</p>`}
    </dialog>`
  }

  #measures(card: PersonCard): TemplateResult | typeof nothing {
    const { say: t, host } = this.#desk
    if (card.sanctions.length === 0) return nothing
    return html`<h3>${t('measures')}</h3><ul class="plain">${card.sanctions.map(each => {
      const kind = `kind-${each.kind}`
      return html`<li><b>${isWord(kind) ? t(kind) : each.kind}</b> ${each.reason} <span class="note">${time(each.until, host.locale)}</span>${each.state === 'active' ? html` <button type="button" class="btn small" @click=${() => void this.#lift(each.id)}>${t('lift')}</button>` : nothing}</li>`
    })}</ul>`
  }

  #limits(): TemplateResult {
    const { say: t } = this.#desk
    return html`<h3>${t('measure')}</h3>
      <form class="grid" @submit=${this.#measure}>
        <div class="choices" role="radiogroup" aria-label=${t('measure')}>${kinds.map((kind, at) => html`<label><input type="radio" name="kind" value=${kind} ?checked=${at === 1} required />${t(`kind-${kind}`)}</label>`)}</div>
        <label>${t('minutes')}<select name="minutes">${(['10', '60', '1440'] as const).map(each => html`<option value=${each}>${t(`minutes-${each}`)}</option>`)}</select></label>
        <label>${t('scope')}<select name="scope"><option value="room">${t('scope-room')}</option><option value="edition">${t('scope-edition')}</option></select></label>
        <label class="wide">${t('why')}<input name="reason" required maxlength="500" /></label>
        <button class="btn primary">${t('apply')}</button>
      </form>`
  }
}
