import { type Locale, base } from '@pavilion/ui'
import { LitElement, type TemplateResult, html, nothing } from 'lit'
import { panelStyle, questionStyle } from './asking-style.ts'
import type { OwnQuestion, Question, QuestionTold } from './asking-types.ts'
import { type AskWord, type AskWords, askWordsIn, refusalWords } from './asking-words.ts'
import { keep, recall } from './memory.ts'
import { QuestionBoard, type Sort, minute, sorts } from './questions.ts'
import type { Change, Room } from './room.ts'
import { newKey, refused } from './wire.ts'

const askAgainEvery = 20_000
const likenessAfter = 500
const shortest = 5
const arrow = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 15l7-7 7 7" /></svg>`

/** The questions of a room: to ask, to vote, to see what became of one's own. */
export class LiveQuestions extends LitElement {
  static override styles = [base, panelStyle, questionStyle]
  static override properties = { room: { attribute: false }, locale: {}, trouble: { state: true }, said: { state: true }, alike: { state: true }, answering: { state: true } }

  declare room: Room
  declare locale: Locale
  declare trouble: string
  declare said: string
  declare alike: readonly Question[]
  declare answering: string

  #t: AskWords = askWordsIn('zh')
  #board: QuestionBoard | undefined
  #off: (() => void) | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  #typing: ReturnType<typeof setTimeout> | undefined
  #key = newKey()
  #sending = false

  constructor() {
    super()
    this.trouble = ''
    this.said = ''
    this.alike = []
    this.answering = ''
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
    const board = new QuestionBoard(this.room, () => this.requestUpdate())
    this.#board = board
    this.#off = this.room.hear(change => this.#heard(board, change))
    this.#timer = setInterval(() => void (board.waiting && board.load()), askAgainEvery)
    void board.load()
  }

  override disconnectedCallback(): void {
    this.#off?.()
    this.#board = undefined
    clearInterval(this.#timer)
    clearTimeout(this.#typing)
    super.disconnectedCallback()
  }

  #heard(board: QuestionBoard, change: Change): void {
    if (change.what === 'tick' && change.tick.votes) board.count(change.tick.votes)
    else if (change.what === 'room') this.requestUpdate()
    else if (change.what === 'told' && change.name.startsWith('live.question-') && board.hear(change.payload as QuestionTold)) void board.load()
    else if (change.what === 'told' && (change.name === 'questions' || change.name === 'snapshot')) void board.load()
  }

  override render(): TemplateResult {
    const t = this.#t
    const board = this.#board
    if (!board || (board.problem && !board.rules)) {
      return html`<section><p>${t('away')}</p><button class="btn" type="button" @click=${() => void board?.load()}>${t('retry')}</button></section>`
    }
    return html`${board.open && this.room.can('question.ask') ? this.#form(board) : html`<section><p class="note">${t('closed')}</p></section>`}
      <p class="sr" role="status" aria-live="polite">${this.said}</p>
      ${board.mine.length > 0 ? html`<section><h2>${t('mine')}</h2><ol class="questions mine">${board.mine.map(own => this.#own(board, own))}</ol></section>` : nothing}
      <section>
        <div class="row between">
          <h2>${t('all')}</h2>
          <label class="row"><span class="sr">${t('sort')}</span>
            <select @change=${(event: Event) => { board.sort = (event.target as HTMLSelectElement).value as Sort; void board.load() }}>
              ${sorts.map(sort => html`<option value=${sort} ?selected=${sort === board.sort}>${t(`sort-${sort}`)}</option>`)}
            </select></label>
        </div>
        ${board.list.length === 0 ? html`<p class="note">${t('none')}</p>` : nothing}
        <ol class="questions">${board.list.map(question => this.#question(board, question))}</ol>
        ${board.more ? html`<p class="note">${t('more-there', board.list.length)}</p>` : nothing}
      </section>`
  }

  #form(board: QuestionBoard): TemplateResult {
    const t = this.#t
    const { rules } = board
    return html`<form @submit=${(event: SubmitEvent) => this.#ask(board, event)}>
      <label><span class="sr">${t('ask')}</span>
        <textarea name="text" rows="2" maxlength="300" required placeholder=${t('ask')} .value=${recall('session', this.#draft) ?? ''} @input=${(event: Event) => this.#typed(board, event)}></textarea></label>
      ${this.alike.length > 0
        ? html`<div><p class="note">${t('similar')}</p><ol class="questions">${this.alike.map(question => this.#question(board, board.list.find(each => each.id === question.id) ?? question))}</ol></div>`
        : nothing}
      ${rules && rules.tags.length > 0
        ? html`<div class="row">${rules.tags.map(tag => html`<label class="choice"><input type="checkbox" name="tag" value=${tag} />${tag}</label>`)}</div>`
        : nothing}
      <div class="row between">
        ${rules?.anonymity ? html`<label class="choice"><input type="checkbox" name="anonymous" />${t('anonymous')} <small>${t(rules.nameless ? 'anonymous-all' : 'anonymous-desk')}</small></label>` : nothing}
        <button class="btn primary">${t('ask-send')}</button>
      </div>
      ${rules?.moderated ? html`<p class="note">${t('moderated')}</p>` : nothing}
      ${this.trouble ? html`<p class="bad" role="alert">${this.trouble}</p>` : nothing}
    </form>`
  }

  #own(board: QuestionBoard, { question, reason }: OwnQuestion): TemplateResult {
    const t = this.#t
    return html`<li data-id=${question.id}>
      <div><p class="text" dir="auto">${question.text}</p>
        <p class="row"><span class=${question.state === 'staged' ? 'badge now' : 'badge'}>${t(`state-${question.state}` as AskWord)}</span>
          ${reason && question.state === 'rejected' ? html`<small>${reason}</small>` : nothing} ${this.#jump(question)}</p></div>
      ${question.state === 'queued'
        ? html`<button class="link" type="button" @click=${() => void board.withdraw(question.id).catch((error: unknown) => this.#refused(error))}>${t('withdraw')}</button>`
        : html`<b><span class="sr">${t('vote', question.votes)}</span><span aria-hidden="true">${question.votes}</span></b>`}
    </li>`
  }

  #question(board: QuestionBoard, question: Question): TemplateResult {
    const t = this.#t
    const on = board.voted.has(question.id)
    return html`<li data-id=${question.id}>
      <div><p class="text" dir="auto" lang=${question.language === 'zh' ? 'zh-CN' : nothing}>${question.text}</p>
        <p class="row"><small>${question.author?.name ?? t('nobody')}</small>
          ${question.aloud ? html`<span class="badge">${t('aloud')}</span>` : nothing} ${question.tags.map(tag => html`<span class="badge">${tag}</span>`)}
          ${question.state === 'visible' ? nothing : html`<span class=${question.state === 'staged' ? 'badge now' : 'badge'}>${t(`state-${question.state}`)}</span>`}
          ${this.#jump(question)}</p></div>
      <button class="vote" type="button" aria-pressed=${on} aria-label=${t(on ? 'unvote' : 'vote', question.votes)} ?disabled=${!board.votable(question) || !this.room.can('question.vote')} @click=${() => void board.vote(question).catch((error: unknown) => this.#refused(error))}>
        ${arrow}<span aria-hidden="true">${question.votes}</span></button>
      ${question.answer?.text ? html`<p class="answer" dir="auto"><small>${t('answer-of', question.answer.by)}</small> ${question.answer.text}</p>` : nothing}
      ${this.room.can('question.answer') && (question.state === 'staged' || question.state === 'carried') ? this.#answer(board, question) : nothing}
    </li>`
  }

  #answer(board: QuestionBoard, question: Question): TemplateResult {
    const t = this.#t
    if (this.answering !== question.id) return html`<button class="link" type="button" @click=${() => (this.answering = question.id)}>${t('answer')}</button>`
    return html`<form @submit=${(event: SubmitEvent) => this.#answered(board, question, event)}>
      <label><span class="sr">${t('answer')}</span><textarea name="text" rows="2" maxlength="300" ?required=${question.state === 'carried'}></textarea></label>
      <button class="btn">${t('answer-send')}</button>
    </form>`
  }

  async #answered(board: QuestionBoard, question: Question, event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '').trim()
    try {
      await board.answer(question.id, text)
      this.answering = ''
      await board.load()
    } catch (error) {
      this.#refused(error)
    }
  }

  #jump(question: Question): TemplateResult | typeof nothing {
    const { answer } = question
    if (!answer) return nothing
    const at = answer.mediaMs
    if (at === undefined || at === null) return answer.text ? nothing : html`<small>${this.#t('answered-stage')}</small>`
    return html`<button class="link" type="button" @click=${() => this.dispatchEvent(new CustomEvent('pv-seek', { detail: at, bubbles: true, composed: true }))}>${this.#t('jump', minute(at))}</button>`
  }

  get #draft(): string {
    return `ask-${this.room.id}`
  }

  #typed(board: QuestionBoard, event: Event): void {
    const { value } = event.target as HTMLTextAreaElement
    keep('session', this.#draft, value)
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => {
      if (value.trim().length < shortest) this.alike = []
      else void board.similar(value).then(found => (this.alike = found), () => (this.alike = []))
    }, likenessAfter)
  }

  async #ask(board: QuestionBoard, event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.#sending) return
    const form = event.target as HTMLFormElement
    const data = new FormData(form)
    this.#sending = true
    this.trouble = ''
    try {
      const own = await board.ask(String(data.get('text')), data.has('anonymous'), data.getAll('tag').map(String), this.#key)
      this.said = this.#t(own.question.state === 'queued' ? 'sent-queued' : 'sent-visible')
      this.#key = newKey()
      this.alike = []
      clearTimeout(this.#typing)
      keep('session', this.#draft, '')
      form.reset()
      ;(form.elements.namedItem('text') as HTMLTextAreaElement).value = ''
    } catch (error) {
      this.#refused(error)
    } finally {
      this.#sending = false
    }
  }

  #refused(error: unknown): void {
    this.trouble = refusalWords(this.#t, refused(error))
    this.said = this.trouble
  }
}
