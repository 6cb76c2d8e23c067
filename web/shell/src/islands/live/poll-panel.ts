import { type Locale, base, text } from '@pavilion/ui'
import { LitElement, type TemplateResult, html, nothing, svg } from 'lit'
import { panelStyle, pollStyle } from './asking-style.ts'
import type { Ballot, Poll, Round, Tally } from './asking-types.ts'
import { type AskWords, askWordsIn, refusalWords } from './asking-words.ts'
import { type Checked, PollBoard, share } from './polls.ts'
import type { Change, Room } from './room.ts'
import { newKey, refused } from './wire.ts'

/** The polls of a room: to vote, to see what came of it, to check that one's ballot was counted. */
export class LivePolls extends LitElement {
  static override styles = [base, panelStyle, pollStyle]
  static override properties = { room: { attribute: false }, locale: {}, trouble: { state: true }, said: { state: true }, checks: { state: true } }

  declare room: Room
  declare locale: Locale
  /** Why a ballot was not taken, by poll. */
  declare trouble: Readonly<Record<string, string>>
  declare said: string
  declare checks: Readonly<Record<string, Checked>>

  #t: AskWords = askWordsIn('zh')
  #board: PollBoard | undefined
  #off: (() => void) | undefined
  readonly #orders = new Map<string, number[]>()

  constructor() {
    super()
    this.trouble = {}
    this.said = ''
    this.checks = {}
  }

  /** What it is about is known only with the first update: the element may stand in the page before its code does. */
  protected override willUpdate(): void {
    if (this.isConnected && !this.#board) this.#begin()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.requestUpdate()
  }

  #begin(): void {
    this.#t = askWordsIn(this.locale)
    const board = new PollBoard(this.room, () => this.requestUpdate())
    this.#board = board
    this.#off = this.room.hear(change => this.#heard(board, change))
    void board.load()
  }

  override disconnectedCallback(): void {
    this.#off?.()
    this.#board = undefined
    super.disconnectedCallback()
  }

  #heard(board: PollBoard, change: Change): void {
    if (change.what === 'tick' && change.tick.polls) board.count(change.tick.polls)
    else if (change.what === 'room') this.requestUpdate()
    else if (change.what === 'told' && change.name.startsWith('live.poll-')) board.hear(change.payload as { poll?: Poll })
    else if (change.what === 'told' && change.name === 'snapshot') void board.load()
  }

  override render(): TemplateResult {
    const t = this.#t
    const board = this.#board
    if (!board || board.problem) {
      return html`<section><p>${t('away')}</p><button class="btn" type="button" @click=${() => void board?.load()}>${t('retry')}</button></section>`
    }
    return html`<p class="sr" role="status" aria-live="polite">${this.said}</p>
      ${board.list.length === 0 ? html`<section><p class="note">${t('no-polls')}</p></section>` : nothing} ${board.list.map(poll => this.#poll(board, poll))}`
  }

  #poll(board: PollBoard, poll: Poll): TemplateResult {
    const t = this.#t
    const votes = poll.state === 'open' && this.room.can('poll.vote')
    return html`<article class="card" data-id=${poll.id}>
      <p class="row"><span class=${poll.state === 'open' ? 'badge now' : 'badge'}>${t(`poll-${poll.state as 'open'}`)}</span>${poll.round > 1 ? html`<span class="badge">${t('round', poll.round)}</span>` : nothing}</p>
      <h3>${text(poll.question, this.locale)}</h3>
      ${votes ? this.#ballot(board, poll) : nothing} ${this.#results(poll)} ${poll.mine?.receipt ? this.#receipt(board, poll) : nothing}
      ${this.trouble[poll.id] ? html`<p class="bad" role="alert">${this.trouble[poll.id]}</p>` : nothing}
    </article>`
  }

  #ballot(board: PollBoard, poll: Poll): TemplateResult {
    const t = this.#t
    return html`<form @submit=${(event: SubmitEvent) => this.#vote(board, poll, event)}>
      <fieldset><legend class="sr">${text(poll.question, this.locale)}</legend>${this.#fields(poll)}</fieldset>
      <div class="row"><button class="btn primary">${t(poll.mine ? 'recast' : 'cast')}</button>${poll.mine ? html`<small>${t('casted')}</small>` : nothing}</div>
    </form>`
  }

  #fields(poll: Poll): TemplateResult | readonly TemplateResult[] {
    const t = this.#t
    const most = poll.most ?? 1
    switch (poll.kind) {
      case 'choice':
      case 'multi':
        return html`${poll.kind === 'multi' && most < poll.options.length ? html`<p class="note">${t('at-most', most)}</p>` : nothing}
          ${poll.options.map(
            (option, n) =>
              html`<label class="choice"><input type=${poll.kind === 'choice' ? 'radio' : 'checkbox'} name="option" value=${n} ?required=${poll.kind === 'choice'} ?checked=${poll.mine?.options?.includes(n) ?? false} />${text(option, this.locale)}</label>`,
          )}`
      case 'scale': {
        const steps = Array.from({ length: most - (poll.least ?? 1) + 1 }, (_, n) => (poll.least ?? 1) + n)
        return html`<div class="scale">${steps.map(step => html`<label><input type="radio" name="number" value=${step} required ?checked=${poll.mine?.number === step} />${step}</label>`)}</div>
          <p class="row between note"><span>${poll.low ? text(poll.low, this.locale) : ''}</span><span>${poll.high ? text(poll.high, this.locale) : ''}</span></p>`
      }
      case 'number':
        return html`<label><small>${t('number-hint', poll.least ?? 0, most)}</small><input type="number" name="number" step="any" min=${poll.least ?? 0} max=${most} required .value=${String(poll.mine?.number ?? '')} /></label>`
      case 'words':
        return Array.from(
          { length: most },
          (_, n) => html`<label><span class="sr">${t('word', n + 1)}</span><input type="text" name="word" maxlength="20" placeholder=${t('word', n + 1)} ?required=${n === 0} .value=${poll.mine?.words?.[n] ?? ''} /></label>`,
        )
      case 'rank':
        return this.#rank(poll)
    }
  }

  #rank(poll: Poll): TemplateResult {
    const order = this.#order(poll)
    const move = (from: number, to: number): void => {
      const moved = [...order]
      moved.splice(to, 0, ...moved.splice(from, 1))
      this.#orders.set(poll.id, moved)
      this.requestUpdate()
      const back = [...this.renderRoot.querySelectorAll<HTMLElement>(`[data-id="${poll.id}"] .rank li`)]
      void this.updateComplete.then(() => back[to]?.querySelector<HTMLElement>(to < from ? '.up' : '.down')?.focus())
    }
    return html`<p class="note">${this.#t('rank-hint')}</p>
      <ol class="rank">${order.map((option, n) => {
        const name = text(poll.options[option] ?? { zh: '', en: '' }, this.locale)
        return html`<li><b>${n + 1}</b><span>${name}</span>
          <button class="up" type="button" aria-label=${this.#t('up', name)} ?disabled=${n === 0} @click=${() => move(n, n - 1)}>↑</button>
          <button class="down" type="button" aria-label=${this.#t('down', name)} ?disabled=${n === order.length - 1} @click=${() => move(n, n + 1)}>↓</button></li>`
      })}</ol>`
  }

  #order(poll: Poll): readonly number[] {
    return this.#orders.get(poll.id) ?? poll.mine?.options ?? poll.options.map((_, n) => n)
  }

  async #vote(board: PollBoard, poll: Poll, event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const options = data.getAll('option').map(Number)
    const ballot: Ballot =
      poll.kind === 'rank'
        ? { options: this.#order(poll) }
        : poll.kind === 'scale' || poll.kind === 'number'
          ? { number: Number(data.get('number')) }
          : poll.kind === 'words'
            ? { words: data.getAll('word').map(String).filter(word => word.trim()) }
            : { options }
    try {
      await board.vote(poll, ballot, newKey())
      this.trouble = { ...this.trouble, [poll.id]: '' }
      this.said = this.#t('casted')
    } catch (error) {
      this.trouble = { ...this.trouble, [poll.id]: refusalWords(this.#t, refused(error)) }
    }
  }

  #results(poll: Poll): TemplateResult | typeof nothing {
    const t = this.#t
    if (poll.rounds.every(round => !round.tally)) {
      const ballots = poll.rounds.at(-1)?.ballots ?? 0
      return html`<p class="note">${t('ballots', ballots)}${poll.results === 'live' ? nothing : html` · ${t(`results-${poll.results}`)}`}</p>`
    }
    return html`<div class="rounds">${poll.rounds.map(round => this.#round(poll, round))}</div>`
  }

  #round(poll: Poll, round: Round): TemplateResult {
    const t = this.#t
    const flow = round.flow ?? []
    return html`<div>
      <p class="note">${poll.rounds.length > 1 ? html`<b>${t('round', round.n)}</b> · ` : nothing}${t('ballots', round.ballots)}${round.present ? html` · ${t('present', round.present)}` : nothing}</p>
      ${round.tally ? this.#tally(poll, round, round.tally) : nothing}
      ${flow.length > 0
        ? html`<details><summary>${t('flow')}</summary><ul>${flow.flatMap((row, from) =>
            row.map((n, to) => (n > 0 && from !== to ? html`<li><small>${t('flow-row', this.#option(poll, from), this.#option(poll, to))}: <b>${n}</b></small></li>` : nothing)),
          )}</ul></details>`
        : nothing}
    </div>`
  }

  #option(poll: Poll, n: number): string {
    const option = poll.options[n]
    return option ? text(option, this.locale) : String((poll.least ?? 0) + n)
  }

  #tally(poll: Poll, round: Round, tally: Tally): TemplateResult {
    const t = this.#t
    const rows =
      tally.bins.length > 0 ? tally.bins.map(bin => ({ label: bin.label, n: bin.n ?? undefined })) : tally.counts.map((n, at) => ({ label: this.#option(poll, at), n: n as number | undefined }))
    const mean = tally.mean === undefined || tally.mean === null ? nothing : html`<p><b>${t('mean', tally.mean)}</b></p>`
    if (poll.kind === 'words') return html`<ul class="cloud">${rows.map(row => html`<li>${row.label} <b>${row.n}</b></li>`)}</ul>`
    const whole = poll.kind === 'rank' ? rows.reduce((sum, row) => sum + (row.n ?? 0), 0) : round.ballots
    return html`${mean}<ul class="bars">${rows.map(row => {
      const percent = share(row.n ?? 0, whole)
      const label = row.n === undefined ? t('few') : poll.kind === 'rank' ? t('points', row.n) : `${row.n} · ${percent} %`
      return html`<li><span>${row.label}</span><b>${label}</b><svg aria-hidden="true" preserveAspectRatio="none">${svg`<rect width="${percent}%" height="100%" />`}</svg></li>`
    })}</ul>`
  }

  #receipt(board: PollBoard, poll: Poll): TemplateResult {
    const t = this.#t
    const { mine } = poll
    const receipt = mine?.receipt
    const round = poll.rounds.find(each => each.n === mine?.round)
    const found = this.checks[poll.id]
    if (!mine || !receipt) return html``
    return html`<details><summary>${t('receipt')}</summary>
      <p><code>${receipt.hash}</code></p>
      <p class="row"><button class="link" type="button" @click=${() => void this.#copy(JSON.stringify({ poll: poll.id, round: mine.round, ...receipt }))}>${t('copy')}</button>
        ${round?.closedAt ? html`<button class="link check" type="button" @click=${() => void this.#check(board, poll, mine.round, receipt)}>${t('check')}</button>` : html`<small>${t('receipt-why')}</small>`}</p>
      ${found ? html`<p role="status" class=${found === 'counted' ? '' : 'bad'}>${t(`check-${found}`, round?.ballots ?? 0)}</p>` : nothing}
    </details>`
  }

  async #copy(receipt: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(receipt)
      this.said = this.#t('copied')
    } catch {
      // A site without HTTPS has no clipboard; the receipt stands on the page.
    }
  }

  async #check(board: PollBoard, poll: Poll, round: number, receipt: NonNullable<NonNullable<Poll['mine']>['receipt']>): Promise<void> {
    try {
      this.checks = { ...this.checks, [poll.id]: await board.check(poll, round, receipt) }
    } catch (error) {
      this.trouble = { ...this.trouble, [poll.id]: refusalWords(this.#t, refused(error)) }
    }
  }
}
