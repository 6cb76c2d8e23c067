import { PavilionElement, base, number } from '@pavilion/ui'
import { type TemplateResult, html, nothing } from 'lit'
import { houseWire } from '../live/house-wire.ts'
import { refused } from '../live/wire.ts'
import type { Act } from './acts.ts'
import { DeskState } from './desk-state.ts'
import { type KeyAct, keyAct } from './keys.ts'
import { messageItem, moves, questionItem } from './moves.ts'
import { PersonPanel } from './person.ts'
import { RoomPanel } from './room-panel.ts'
import { PollPanel } from './polls.ts'
import { deskStyle } from './style.ts'
import type { Chat, DeskQuestion, Held, Questions } from './types.ts'
import { type Word, type Words, isWord, wordsIn } from './words.ts'

const tabs = ['queue', 'run', 'chat', 'polls', 'room'] as const
type Tab = (typeof tabs)[number]
const side: readonly Tab[] = ['chat', 'polls', 'room']
const holdMs = 600
const sureMs = 3000

/** The desk of a room's moderators, `<div data-island="RoomDesk" data-room="session:keynote">`. */
export class RoomDesk extends PavilionElement {
  static override styles = [base, deskStyle]
  static override properties = { tab: { state: true }, at: { state: true }, sure: { state: true }, merging: { state: true } }

  declare tab: Tab
  /** The item that keys act on. */
  declare at: string
  declare sure: boolean
  /** A question that waits to be merged into the one that is chosen next. */
  declare merging: string

  desk: DeskState | undefined
  say: Words = wordsIn('zh')
  readonly #person = new PersonPanel(this)
  readonly #roomPanel = new RoomPanel(this)
  readonly #polls = new PollPanel(this)
  #leave: AbortController | undefined
  #held: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.tab = 'queue'
    this.at = ''
    this.sure = false
    this.merging = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.say = wordsIn(this.host.locale)
    this.#leave = new AbortController()
    this.desk = new DeskState(this.context['room'] ?? '', houseWire, () => this.requestUpdate())
    this.desk.open()
    document.addEventListener('keydown', event => this.#key(event), { signal: this.#leave.signal })
    const clock = setInterval(() => this.requestUpdate(), 1000)
    this.#leave.signal.addEventListener('abort', () => clearInterval(clock))
  }

  override disconnectedCallback(): void {
    this.#leave?.abort()
    this.desk?.close()
    this.desk = undefined
    super.disconnectedCallback()
  }

  // What is done

  do(what: ReturnType<(typeof moves)[keyof typeof moves]>): void {
    const { did, ...act } = what
    this.desk?.acts.do({ ...act, label: this.say(did) })
  }

  undo(): void {
    const undone = this.desk?.acts.undo()
    if (undone) this.host.toast(`${this.say('undo')}: ${undone.label}`)
  }

  /** Does something whose answer matters at once; what goes wrong is said. */
  async now(work: () => Promise<unknown>, done?: Word): Promise<boolean> {
    try {
      await work()
      if (done) this.host.toast(this.say(done))
      return true
    } catch (error) {
      this.host.toast(this.say('failed', refused(error).message))
      return false
    }
  }

  who(id: string): void {
    void this.#person.show(id)
  }

  #key(event: KeyboardEvent): void {
    if (this.renderRoot.querySelector('dialog[open]')) return
    const act = keyAct(event)
    if (!act) return
    event.preventDefault()
    if (act === 'down' || act === 'up') this.#move(act === 'down' ? 1 : -1)
    else if (act === 'undo') this.undo()
    else this.#keyed(act)
  }

  #move(by: number): void {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-item]')].filter(each => each.offsetParent !== null)
    const at = items.findIndex(each => each.dataset['item'] === this.at)
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))]
    next?.focus()
  }

  /** A key means the item one stands on, or the first it can mean. */
  #keyed(act: KeyAct): void {
    const lists = this.#lists()
    const review = [...lists.queue.map(each => questionItem(each.question.id)), ...this.#heldList().map(each => messageItem(each.message.id))]
    const open = lists.open.map(each => questionItem(each.question.id))
    const run = lists.runList.filter(each => each.question.state !== 'staged').map(each => questionItem(each.question.id))
    const pick = (...from: (readonly string[])[]): string | undefined => from.find(list => list.includes(this.at))?.find(each => each === this.at) ?? from[0]?.[0]
    const staged = lists.runList.find(each => each.question.state === 'staged')
    if (act === 'approve' || act === 'reject') this.#decide(pick(review), act)
    else if (act === 'next' || act === 'star') {
      const id = idOf(pick(open))
      if (id) this.#line(id, act === 'next')
    } else if (act === 'stage') {
      const id = idOf(pick(run, open))
      if (id) this.do(moves.stage(id))
    } else if (act === 'answer' && staged) this.do(moves.answer(staged.question.id))
  }

  #decide(item: string | undefined, act: 'approve' | 'reject'): void {
    const id = idOf(item)
    if (!item || !id) return
    if (item.startsWith('message:')) this.do(act === 'approve' ? moves.approveMessage(id) : moves.rejectMessage(id))
    else this.do(act === 'approve' ? moves.approve(id) : moves.reject(id))
  }

  #line(id: string, first: boolean): void {
    const before = first ? this.#lists().runList.find(each => each.question.state !== 'staged')?.question.id : undefined
    this.do(moves.star(id, before))
  }

  /** Items with an act that the server has not shown yet are out of its lane already. */
  #lists(): Questions {
    const acts = this.desk?.acts
    const all = this.desk?.questions ?? { queue: [], open: [], runList: [], done: [] }
    const there = (list: readonly DeskQuestion[]): readonly DeskQuestion[] => list.filter(each => !acts?.of(questionItem(each.question.id)))
    return { queue: there(all.queue), open: there(all.open), runList: there(all.runList), done: all.done }
  }

  #heldList(): readonly Held[] {
    return (this.desk?.chat?.held ?? []).filter(each => !this.desk?.acts.of(messageItem(each.message.id)))
  }

  #reportedList(): Chat['reported'] {
    return (this.desk?.chat?.reported ?? []).filter(each => !this.desk?.acts.of(messageItem(each.message.id)))
  }

  /** Standing on an item that waits says so to the colleagues. */
  #stand(item: string, waits: boolean): void {
    if (this.at === item) return
    this.at = item
    const { desk } = this
    if (!waits || desk?.line !== 'open') return
    const id = idOf(item) ?? ''
    const claim = item.startsWith('message:')
      ? desk.put('POST', `/messages/${encodeURIComponent(id)}/claim`)
      : desk.put('PUT', '/desk/claims', { item, on: true })
    // Somebody else has it: their name stands on the item, and the decision itself is checked anyway.
    claim.catch(() => desk.soon('duty', 'chat'))
  }

  // What is shown

  override render(): TemplateResult {
    const { desk } = this
    if (desk?.problem) return html`<div class="missing" role="alert"><slot name="title"></slot><p>${this.say(desk.problem.status === 404 ? 'no-room' : 'no-right')}</p></div>`
    if (!desk?.room) return html`<div class="missing"><slot></slot><p role="status">${this.say('loading')}</p></div>`
    const lists = this.#lists()
    const held = this.#heldList()
    const reported = this.#reportedList()
    const badges: Record<Tab, number> = { queue: lists.queue.length + held.length + lists.open.length, run: lists.runList.length, chat: reported.length, polls: desk.polls?.filter(each => each.state === 'open').length ?? 0, room: 0 }
    const shown = side.includes(this.tab) ? this.tab : 'chat'
    return html`
      ${this.#head(desk)}
      <div class="lanes" data-tab=${this.tab}>
        <section class="lane" data-lane="queue" aria-labelledby="review">
          <h2 id="review">${this.say('review')} <span>${lists.queue.length + held.length + reported.length}</span></h2>
          <div class="items">${this.#review(lists, held, reported)}</div>
        </section>
        <section class="lane" data-lane="queue" aria-labelledby="open">
          <h2 id="open">${this.say('open')} <span>${lists.open.length}</span></h2>
          <div class="items">${this.#open(lists)}</div>
        </section>
        <section class="lane" data-lane="run" aria-labelledby="run">
          <h2 id="run">${this.say('run')} <span>${lists.runList.length}</span></h2>
          <div class="items">${this.#run(lists)}</div>
        </section>
        <section class="lane" data-lane="side" aria-label=${this.say(shown)}>
          <div class="side-tabs" role="group" aria-label=${this.say('lanes')}>${side.map(tab => this.#tab(tab, badges[tab], shown))}</div>
          <div class="items" ?hidden=${shown !== 'chat'}>${this.#chat()}</div>
          <div class="items" ?hidden=${shown !== 'polls'}>${this.#polls.render()}</div>
          <div class="items" ?hidden=${shown !== 'room'}>${this.#roomPanel.render()}</div>
        </section>
      </div>
      <p class="keys">${this.say('keys')}</p>
      ${this.#bar()}
      <nav class="bottom" aria-label=${this.say('lanes')}>${tabs.map(tab => this.#tab(tab, badges[tab], this.tab))}</nav>
      ${this.#person.render()}`
  }

  #tab(tab: Tab, badge: number, shown: Tab): TemplateResult {
    return html`<button type="button" aria-pressed=${tab === shown} @click=${() => (this.tab = tab)}>${this.say(tab)}${badge > 0 ? html`<span class="n">${badge > 99 ? '99+' : badge}</span>` : nothing}</button>`
  }

  #head(desk: DeskState): TemplateResult {
    const { room, chat, acts } = desk
    const phase = `phase-${room?.phase ?? 'live'}`
    const load = chat?.load
    return html`<header>
      <div class="name"><slot name="title"></slot>
        <p><span class="phase" data-phase=${room?.phase ?? ''}>${isWord(phase) ? this.say(phase) : room?.phase}</span>
          <span>${this.say('online', number(desk.counts.online, this.host.locale))}</span>
          ${desk.counts.hall ? html`<span>${this.say('hall', number(desk.counts.hall, this.host.locale))}</span>` : nothing}
          ${load ? html`<span>${this.say('pace', load.perMinute)}</span>` : nothing}
          ${load?.raid ? html`<span class="warn">${this.say('raid')}</span>` : nothing}
          ${desk.duty ? html`<span>${this.say('duty')}: ${desk.duty.people.map(each => each.name).join(', ') || this.say('duty-none')}</span>` : nothing}</p></div>
      ${desk.can('chat.moderate') ? this.#lockdown(desk) : nothing}
      ${desk.line === 'open' ? nothing : html`<p class="away" role="status">${this.say('away')}${acts.waiting > 0 ? html` · ${this.say('waiting', acts.waiting)}` : nothing}</p>`}
      ${desk.notice ? this.#notice(desk) : nothing}
    </header>`
  }

  #notice(desk: DeskState): TemplateResult {
    const told = desk.notice
    const late = told?.why.status === 409
    return html`<p class="away" role="alert">${this.say(late ? 'overtaken' : 'failed', told?.why.message ?? '')}<button type="button" class="btn small" @click=${() => {
      desk.notice = undefined
      this.requestUpdate()
    }}>${this.say('close')}</button></p>`
  }

  #lockdown(desk: DeskState): TemplateResult {
    const until = desk.chat?.modes.lockedUntil
    const locked = until !== undefined && until !== null && Date.parse(until) > Date.now()
    const set = (on: boolean): void => {
      this.sure = false
      void this.now(() => desk.put('POST', '/lockdown', { on })).then(() => desk.soon('chat', 'room'))
    }
    if (locked) {
      return html`<div class="lock on"><span>${this.say('lockdown-until', new Date(until).toLocaleTimeString(this.host.locale, { hour: '2-digit', minute: '2-digit' }))}</span><button type="button" class="btn" @click=${() => set(false)}>${this.say('lockdown-end')}</button></div>`
    }
    const press = (): void => {
      if (this.sure) return set(true)
      this.sure = true
      setTimeout(() => (this.sure = false), sureMs)
    }
    const down = (): void => {
      this.#held = setTimeout(() => set(true), holdMs)
    }
    const up = (): void => clearTimeout(this.#held)
    return html`<div class="lock"><button type="button" class=${this.sure ? 'btn danger sure' : 'btn danger'} title=${this.say('lockdown-hint')} @pointerdown=${down} @pointerup=${up} @pointerleave=${up} @click=${press}>${this.say(this.sure ? 'lockdown-sure' : 'lockdown')}</button></div>`
  }

  #bar(): TemplateResult {
    const act = this.desk?.acts.undoable
    return html`<div class="undo" role="status" ?hidden=${!act}>${act ? html`<span>${act.label}</span><button type="button" class="btn" @click=${() => this.undo()}>${this.say('undo')} <kbd>Z</kbd> ${left(act)}</button>` : nothing}</div>`
  }

  #review(lists: Questions, held: readonly Held[], reported: Chat['reported']): TemplateResult {
    if (lists.queue.length + held.length + reported.length === 0) return html`<p class="empty">${this.say('review-empty')}</p>`
    return html`${lists.queue.map(each => this.#question(each, 'review'))}
      ${held.map(each => this.#heldCard(each))}
      ${reported.map(each => this.#reportedCard(each))}`
  }

  #open(lists: Questions): TemplateResult {
    if (!this.desk?.questions) return html`<p class="empty">${this.say('off-questions')}</p>`
    if (lists.open.length === 0) return html`<p class="empty">${this.say('open-empty')}</p>`
    return html`${lists.open.map(each => this.#question(each, 'open'))}`
  }

  #run(lists: Questions): TemplateResult {
    const done = lists.done.slice(0, 20)
    return html`${lists.runList.length === 0 ? html`<p class="empty">${this.say('run-empty')}</p>` : lists.runList.map(each => this.#question(each, each.question.state === 'staged' ? 'stage' : 'run'))}
      ${done.length > 0 ? html`<details><summary>${this.say('done')} · ${lists.done.length}</summary>${done.map(each => this.#question(each, 'done'))}</details>` : nothing}`
  }

  #question(each: DeskQuestion, lane: 'review' | 'open' | 'run' | 'stage' | 'done'): TemplateResult {
    const { question, author } = each
    const item = questionItem(question.id)
    const claim = this.desk?.duty?.claims.find(one => one.item === item && !one.mine)
    const merging = this.merging !== '' && this.merging !== question.id && lane !== 'done'
    return html`<article tabindex="0" data-item=${item} class=${lane === 'stage' ? 'card on' : 'card'} ?data-at=${this.at === item} aria-label=${question.text} @focusin=${() => this.#stand(item, lane === 'review')}>
      <p class="text" lang=${question.language}>${question.text}</p>
      <p class="meta">${author ? html`<button type="button" class="who" @click=${() => this.who(author.id)}>${author.name}</button>` : html`<span>${this.say('anonymous')}</span>`}
        ${question.votes > 0 ? html`<span>▲ ${number(question.votes, this.host.locale)}</span>` : nothing}
        <span>${this.#age(question.at)}</span>
        ${each.anonymous && author ? html`<span>${this.say('anonymous-to-others')}</span>` : nothing}
        ${question.aloud ? html`<span>${this.say('aloud')}</span>` : nothing}
        ${each.byPerson > 1 ? html`<span>${this.say('by-person', each.byPerson)}</span>` : nothing}
        ${each.similar.length > 0 ? html`<span class="warn">${this.say('similar')}</span>` : nothing}
        ${each.reason ? html`<span class="warn">${this.#reason(each.reason)}</span>` : nothing}
        ${claim ? html`<span class="claim">${this.say('in-hand', claim.by)}</span>` : nothing}</p>
      <div class="acts">${merging
        ? html`<button type="button" class="btn primary" @click=${() => this.#merge(question.id)}>${this.say('merge-into')}</button>`
        : this.#acts(question.id, lane, question.state)}</div>
    </article>`
  }

  #acts(id: string, lane: 'review' | 'open' | 'run' | 'stage' | 'done', state: string): TemplateResult | typeof nothing {
    const button = (word: Word, key: string, what: () => void, primary = false): TemplateResult =>
      html`<button type="button" class=${primary ? 'btn primary' : 'btn'} @click=${what}>${this.say(word)}${key ? html` <kbd>${key}</kbd>` : nothing}</button>`
    switch (lane) {
      case 'review':
        return html`${button('approve', 'A', () => this.do(moves.approve(id)), true)}${button('reject', 'R', () => this.do(moves.reject(id)))}${button('merge', '', () => (this.merging = this.merging === id ? '' : id))}`
      case 'open':
        return html`${button('next', 'N', () => this.#line(id, true), true)}${button('star', 'S', () => this.#line(id, false))}${button('stage', '⏎', () => this.do(moves.stage(id)))}${button('merge', '', () => (this.merging = this.merging === id ? '' : id))}${button('archive', '', () => this.do(moves.archive(id)))}`
      case 'run':
        return html`${button('stage', '⏎', () => this.do(moves.stage(id)), true)}${button('unstar', '', () => this.do(moves.unstar(id)))}`
      case 'stage':
        return html`${button('answer', 'D', () => this.do(moves.answer(id)), true)}${button('unstage', '', () => this.do(moves.unstage(id)))}`
      case 'done':
        return state === 'answered' ? button('reopen', '', () => this.do(moves.reopen(id))) : nothing
    }
  }

  #merge(into: string): void {
    this.do(moves.merge(this.merging, into))
    this.merging = ''
  }

  #heldCard({ message, reason, score, claim }: Held): TemplateResult {
    const item = messageItem(message.id)
    return html`<article tabindex="0" data-item=${item} class="card" ?data-at=${this.at === item} aria-label=${message.text} @focusin=${() => this.#stand(item, true)}>
      <p class="text">${message.text}</p>
      <p class="meta"><span class="mark">${this.say('chat')}</span><button type="button" class="who" @click=${() => this.who(message.author.id)}>${message.author.name}</button><span>${this.#age(message.at)}</span>
        <span class="warn">${this.#reason(reason)}${score > 0 ? html` · ${this.say('score', score)}` : nothing}</span>
        ${claim && !claim.mine ? html`<span class="claim">${this.say('in-hand', claim.by)}</span>` : nothing}</p>
      <div class="acts"><button type="button" class="btn primary" @click=${() => this.do(moves.approveMessage(message.id))}>${this.say('approve')} <kbd>A</kbd></button><button type="button" class="btn" @click=${() => this.do(moves.rejectMessage(message.id))}>${this.say('reject')} <kbd>R</kbd></button></div>
    </article>`
  }

  #reportedCard({ message, count }: Chat['reported'][number]): TemplateResult {
    return html`<article tabindex="0" data-item=${messageItem(message.id)} class="card" aria-label=${message.text}>
      <p class="text">${message.text}</p>
      <p class="meta"><span class="mark">${this.say('chat')}</span><button type="button" class="who" @click=${() => this.who(message.author.id)}>${message.author.name}</button><span class="warn">${this.say('reported', count)}</span></p>
      <div class="acts"><button type="button" class="btn" @click=${() => this.do(moves.settle(message.id))}>${this.say('fine')}</button><button type="button" class="btn danger" @click=${() => this.do(moves.removeMessage(message.id))}>${this.say('remove')}</button></div>
    </article>`
  }

  #chat(): TemplateResult {
    const recent = this.desk?.chat?.recent
    if (!recent) return html`<p class="empty">${this.say('off-chat')}</p>`
    if (recent.length === 0) return html`<p class="empty">${this.say('chat-empty')}</p>`
    return html`<ul class="said">${recent.map(({ message, state, reports, pinned }) => html`<li data-state=${state}>
      <p><button type="button" class="who" @click=${() => this.who(message.author.id)}>${message.author.name}</button> <span lang="">${message.text}</span>${reports > 0 ? html` <em class="warn">${this.say('reported', reports)}</em>` : nothing}</p>
      ${state === 'visible' && !this.desk?.acts.of(messageItem(message.id))
        ? html`<span class="line-acts"><button type="button" class="btn small" @click=${() => void this.now(() => this.desk?.put('POST', `/messages/${encodeURIComponent(message.id)}/${pinned ? 'unpin' : 'pin'}`) ?? Promise.resolve())}>${this.say(pinned ? 'unpin' : 'pin')}</button><button type="button" class="btn small danger" @click=${() => this.do(moves.removeMessage(message.id))}>${this.say('remove')}</button></span>`
        : nothing}</li>`)}</ul>`
  }

  #reason(reason: string): string {
    const word = `reason-${reason}`
    return isWord(word) ? this.say(word) : reason
  }

  #age(at: string): string {
    const minutes = Math.floor((Date.now() - Date.parse(at)) / 60_000)
    return minutes < 1 ? this.say('now') : this.say('minute', minutes)
  }
}

const idOf = (item: string | undefined): string | undefined => item?.slice(item.indexOf(':') + 1)

const left = (act: Act): string => `${Math.max(0, Math.ceil((act.at + 10_000 - Date.now()) / 1000))}`
