// One live room as this page knows it: what the server said, what is being said, what we are sending.
import type { Poll, Question } from './asking-types.ts'
import { type Entry, type Line, MessageLog, kept } from './log.ts'
import { keep, recall } from './memory.ts'
import { Mutes } from './mutes.ts'
import type { Cue, Heard, Message, Mine, Modes, Notice, Page, Phase, RoomState, Stream, Tick } from './types.ts'
import { type Hearing, Refusal, type Wire, newKey, refused } from './wire.ts'

const pageSize = 50
const holeSize = 100
const attempts = 4
const longestWait = 15_000
const askMineEvery = 20_000
/** Not all ask at once for what a new mode lets them do. */
const spread = 3000

/** What changed; listeners draw what concerns them. */
export type Change =
  | { readonly what: 'room' | 'log' | 'line' }
  | { readonly what: 'said'; readonly messages: readonly Message[] }
  | { readonly what: 'tick'; readonly tick: Tick }
  /** Something that a module of its own draws: an event, a state key, or `snapshot` when all of it may be out of date. */
  | { readonly what: 'told'; readonly name: string; readonly payload?: unknown }

export interface Draft {
  readonly text: string
  readonly lane?: string
  readonly colour?: string
  readonly replyTo?: string
}

export class Room {
  readonly id: string
  readonly log = new MessageLog()
  state: RoomState | undefined
  /** Why the room could not be shown. */
  problem: Refusal | undefined
  online = 0
  totals: Readonly<Record<string, number>> = {}
  /** When slow mode lets us speak again, in this clock's milliseconds. */
  slowUntil = 0
  /** How many rows the log keeps now. */
  most = kept
  pins: readonly Message[] = []
  notice: Notice | undefined
  /** The visitor's own emoji, as message and kind. */
  readonly marked = new Set<string>()
  readonly mutes: Mutes

  /** The languages that somebody writes captions in while the room is live, with what was said last. */
  readonly captions = new Map<string, Cue & { readonly until: number }>()

  readonly #wire: Wire
  readonly #hearers = new Set<(change: Change) => void>()
  readonly #close: (() => void)[] = []
  #loading: Promise<void> | undefined
  /** The last state of what stands on the stage, by its key. */
  shown: { readonly stage?: { readonly question?: Question | null }; readonly poll?: { readonly poll?: Poll | null } } = {}
  #asking: ReturnType<typeof setTimeout> | undefined

  constructor(id: string, wire: Wire) {
    this.id = id
    this.#wire = wire
    this.mutes = new Mutes(id)
  }

  get line(): Wire['line'] {
    return this.#wire.line
  }

  get recorded(): boolean {
    return this.state?.phase === 'replay' || this.state?.phase === 'archived'
  }

  can(what: string): boolean {
    return this.state?.can.includes(what) ?? false
  }

  mine(message: Message): boolean {
    return message.author.id !== '' && message.author.id === this.state?.me.id
  }

  editable(line: Line): boolean {
    const until = Date.parse(line.message.at) + (this.state?.modes.editSeconds ?? 0) * 1000
    return line.state === 'shown' && this.mine(line.message) && this.can('chat.send') && Date.now() < until
  }

  removable(line: Line): boolean {
    return line.state === 'shown' && (this.mine(line.message) || this.state?.me.moderator === true)
  }

  /** Whether its author can be silenced from here. */
  limitable(line: Line): boolean {
    return line.state === 'shown' && !this.mine(line.message) && this.can('sanction.apply')
  }

  /** Whether the visitor can call the host's team to a message. */
  reportable(line: Line): boolean {
    return line.state === 'shown' && !this.mine(line.message) && this.can('chat.send') && this.state?.me.moderator !== true
  }

  /** Takes a person out of this visitor's sight, or back into it. */
  mute(line: Line): void {
    this.mutes.toggle(line.message.author.id)
    this.#tell({ what: 'room' })
  }

  hear(hearer: (change: Change) => void): () => void {
    this.#hearers.add(hearer)
    return () => this.#hearers.delete(hearer)
  }

  /** Listens first and asks then, so that nothing falls between. */
  open(): void {
    const hearing: Hearing = {
      event: (name, payload) => this.#event(name, payload),
      state: (key, value) => this.#stateKey(key, value),
      tick: tick => this.#tick(tick),
      gap: (from, to) => {
        this.log.hole(from, to)
        this.#tell({ what: 'log' })
      },
      snapshot: rev => {
        void this.#until(rev)
        this.#tell({ what: 'told', name: 'snapshot' })
      },
    }
    this.#close.push(
      this.#wire.onLine(() => this.#tell({ what: 'line' })),
      ((topic): (() => void) => () => topic.close())(this.#wire.subscribe(`room:${this.id}`, hearing)),
    )
    void this.load()
  }

  close(): void {
    clearTimeout(this.#asking)
    for (const close of this.#close.splice(0)) close()
    this.#hearers.clear()
  }

  /** Asks again when the last answer is older than the moment from which we listen. */
  async #until(rev: number): Promise<void> {
    await this.#loading
    if ((this.state?.rev ?? -1) < rev) await this.load()
  }

  /** Asks for the room and its newest messages; one question at a time. */
  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined))
    return this.#loading
  }

  async #load(): Promise<void> {
    try {
      const state = (await this.#wire.ask(this.#path(''))) as RoomState
      this.#take(state)
      if (!this.recorded || !state.stream) this.#newest((await this.#wire.ask(this.#path(`/messages?limit=${pageSize}`))) as Page)
      if (recall('local', `spoke-${this.id}`) && !this.recorded) await this.#mine()
    } catch (error) {
      this.problem = refused(error)
    }
    this.#tell({ what: 'room' })
    this.#tell({ what: 'log' })
  }

  /** Asks what became of our messages that others do not see; again while some of them wait. */
  async #mine(): Promise<void> {
    const mine = (await this.#wire.ask(this.#path('/mine')).catch(() => undefined)) as Mine | undefined
    if (mine) {
      const state = new Map(mine.messages.map(each => [each.message.id, each.state]))
      for (const line of this.log.held) {
        if (state.get(line.message.id) === 'rejected') this.log.fail(line.key, 'chat.rejected')
      }
      for (const { message, state: now } of mine.messages) if (now === 'held') this.log.waits(message)
      this.marked.clear()
      for (const [id, kinds] of Object.entries(mine.marks)) for (const kind of kinds) this.marked.add(id + kind)
      this.#tell({ what: 'log' })
    }
    clearTimeout(this.#asking)
    if (this.log.held.length > 0) this.#asking = setTimeout(() => void this.#mine(), askMineEvery)
  }

  /** Puts an emoji on a message, or takes it back. */
  async mark(line: Line, kind: string): Promise<void> {
    const key = line.key + kind
    const on = !this.marked.has(key)
    if (on) this.marked.add(key)
    else this.marked.delete(key)
    keep('local', `spoke-${this.id}`, 'yes')
    try {
      const answer = (await this.#persist(`/messages/${encodeURIComponent(line.key)}/marks`, 'PUT', { kind, on })) as { marks: Record<string, number> }
      this.log.mark(line.key, answer.marks)
    } catch (error) {
      if (on) this.marked.delete(key)
      else this.marked.add(key)
      throw refused(error)
    } finally {
      this.#tell({ what: 'log' })
    }
  }

  async report(line: Line, why: string): Promise<void> {
    await this.#wire.ask(this.#path(`/messages/${encodeURIComponent(line.key)}/report`), json('POST', { reason: why }))
  }

  #take(state: RoomState): void {
    this.state = state
    this.problem = undefined
    this.online = Math.max(this.online, state.counts.online)
    this.totals = { ...this.totals, ...state.reactions }
  }

  /** A page of the newest messages joins what is known; what lies between is a hole until somebody looks. */
  #newest(page: Page): void {
    const first = page.messages[0]
    const known = this.log.newest
    if (!this.log.atEdge || known === 0) {
      this.log.reset(page.messages, page.more)
    } else {
      if (first && page.more && first.rev > known + 1) this.log.hole(known + 1, first.rev - 1)
      this.log.add(page.messages)
    }
  }

  async older(): Promise<void> {
    const before = this.log.oldest
    if (before === undefined || !this.log.more) return
    const page = (await this.#wire.ask(this.#path(`/messages?before=${before}&limit=${pageSize}`))) as Page
    this.log.older(page.messages, page.more)
    this.#tell({ what: 'log' })
  }

  /** Back to the newest messages after reading old ones. */
  async toEdge(): Promise<void> {
    this.most = kept
    if (!this.log.atEdge) {
      const page = (await this.#wire.ask(this.#path(`/messages?limit=${pageSize}`))) as Page
      this.log.reset(page.messages, page.more)
    }
    this.log.trim(kept)
    this.#tell({ what: 'log' })
  }

  async fill(hole: Extract<Entry, { kind: 'hole' }>): Promise<void> {
    const page = (await this.#wire.ask(this.#path(`/messages?before=${hole.to + 1}&limit=${holeSize}`))) as Page
    const first = page.messages[0]
    this.log.fill(hole.key, page.messages, !page.more || (first !== undefined && first.rev <= hole.from))
    this.#tell({ what: 'log' })
  }

  async send(draft: Draft): Promise<void> {
    const me = this.state?.me
    const key = newKey()
    const message: Message = {
      id: '',
      rev: Infinity,
      at: new Date().toISOString(),
      author: { id: me?.id ?? '', name: me?.name ?? '', role: me?.moderator ? 'host' : 'guest' },
      ...draft,
    }
    this.log.begin(key, message)
    this.#tell({ what: 'log' })
    await this.#post(key, draft)
  }

  /** Sends again what failed, under its own key: the server takes it once. */
  async again(line: Line): Promise<void> {
    const { text, lane, colour, replyTo } = line.message
    this.log.again(line.key)
    this.#tell({ what: 'log' })
    await this.#post(line.key, { text, ...(lane ? { lane } : {}), ...(colour ? { colour } : {}), ...(replyTo ? { replyTo } : {}) })
  }

  discard(line: Line): void {
    this.log.drop(line.key)
    this.#tell({ what: 'log' })
  }

  async #post(key: string, draft: Draft): Promise<void> {
    try {
      const answer = (await this.#persist('/messages', 'POST', { ...draft, key })) as Message
      // The first message gives this browser its name in the room.
      if (this.state && answer.author) this.state = { ...this.state, me: { ...this.state.me, id: answer.author.id, name: answer.author.name } }
      this.slowUntil = this.#pause()
      keep('local', `spoke-${this.id}`, 'yes')
      this.log.accept(key, answer.id, answer.state === 'held' ? 'held' : 'visible')
      if (answer.state !== 'held') this.#said([answer])
      else this.#asking ??= setTimeout(() => void this.#mine(), askMineEvery)
      this.#tell({ what: 'room' })
    } catch (error) {
      const why = refused(error)
      if (why.code === 'chat.slow' || why.code === 'chat.established') this.slowUntil = Date.now() + why.retryAfterMs
      this.log.fail(key, why.code)
    }
    this.#tell({ what: 'log' })
  }

  #pause(): number {
    const slow = this.state?.modes.slowSeconds ?? 0
    return slow > 0 && !this.state?.me.moderator ? Date.now() + slow * 1000 : 0
  }

  /** Shown at once, taken back when the server refuses. */
  async edit(line: Line, text: string): Promise<void> {
    this.log.edit(line.key, text, new Date().toISOString())
    this.#tell({ what: 'log' })
    try {
      await this.#persist(`/messages/${encodeURIComponent(line.key)}`, 'PUT', { text, key: newKey() })
    } catch (error) {
      this.#takeBack(line, error)
    }
  }

  async remove(line: Line): Promise<void> {
    this.log.remove(line.key, this.mine(line.message) ? 'author' : 'moderator')
    this.#tell({ what: 'log' })
    try {
      await this.#persist(`/messages/${encodeURIComponent(line.key)}`, 'DELETE')
    } catch (error) {
      this.#takeBack(line, error)
    }
  }

  /** Times the author of a message out, or bans them, within this room. */
  async limit(line: Line, kind: 'timeout' | 'ban', minutes: number, why: string): Promise<void> {
    await this.#wire.ask(this.#path(`/messages/${encodeURIComponent(line.key)}/sanction`), json('POST', { kind, minutes, reason: why }))
  }

  #takeBack(line: Line, error: unknown): never {
    this.log.restore(line)
    this.#tell({ what: 'log' })
    throw refused(error)
  }

  async react(kind: string, n: number): Promise<void> {
    await this.#wire.ask(this.#path('/reactions'), json('POST', { kind, n }))
  }

  async rename(name: string): Promise<void> {
    const answer = (await this.#wire.ask('/nickname', json('PUT', { name }))) as { name: string }
    if (this.state) this.state = { ...this.state, me: { ...this.state.me, name: answer.name } }
    await this.load()
  }

  async slow(slowSeconds: number): Promise<void> {
    const modes = (await this.#wire.ask(this.#path('/modes'), json('PUT', { slowSeconds }))) as Modes
    if (this.state) this.state = { ...this.state, modes: { ...this.state.modes, ...modes } }
    this.#tell({ what: 'room' })
  }

  /** Where words were said. */
  async find(words: string): Promise<Heard> {
    return (await this.#wire.ask(this.#path(`/search?q=${encodeURIComponent(words)}`))) as Heard
  }

  bucket(number: number): Promise<unknown> {
    return this.#wire.ask(this.#path(`/replay/${number}`))
  }

  /** Tries again while there is no connection or the room asks for patience; the key makes that safe. */
  async #persist(path: string, method: string, body?: object): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#wire.ask(this.#path(path), json(method, body))
      } catch (error) {
        const why = refused(error)
        const patient = why.code === 'rate.limited' && why.retryAfterMs <= longestWait
        const lost = why.code === 'offline' || why.status === 503
        if (attempt >= attempts || !(patient || lost)) throw why
        await this.#wait(patient ? why.retryAfterMs : 1000 * 2 ** attempt)
      }
    }
  }

  /** Waits that long, or until the line is open again. */
  #wait(ms: number): Promise<void> {
    return new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer)
        off()
        resolve()
      }
      const timer = setTimeout(done, ms)
      const off = this.#wire.onLine(line => line === 'open' && done())
    })
  }

  /** Asks the server something about this room; what changes something is tried again while there is no connection. */
  call(path: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET', body?: object): Promise<unknown> {
    return method === 'GET' ? this.#wire.ask(this.#path(path)) : this.#persist(path, method, body)
  }

  #event(name: string, payload: unknown): void {
    if (/^live\.(question|poll)-/.test(name)) return this.#tell({ what: 'told', name, payload })
    if (name === 'live.message-shown') return this.#said([payload as Message])
    if (name === 'live.message-edited') {
      const { id, text, editedAt } = payload as { id: string; text: string; editedAt: string }
      this.log.edit(id, text, editedAt)
    } else if (name === 'live.message-deleted') {
      const { id, by } = payload as { id: string; by: string }
      this.log.remove(id, by)
    } else if (name === 'live.phase') {
      return this.#stateKey('phase', payload)
    } else if (name.startsWith('live.caption-')) {
      return this.#caption(payload as Cue & { gone?: boolean })
    }
    this.#tell({ what: 'log' })
  }

  /** The newest caption of each language stands until the next one, or until it was read. */
  #caption(cue: Cue & { gone?: boolean }): void {
    if (cue.gone) {
      for (const [language, each] of this.captions) if (each.id === cue.id) this.captions.set(language, { ...each, text: '', until: 0 })
    } else {
      const shown = this.captions.get(cue.language)
      if (!shown || shown.fromMs <= cue.fromMs) this.captions.set(cue.language, { ...cue, until: Date.now() + Math.max(2000, cue.toMs - cue.fromMs) })
    }
    this.#tell({ what: 'room' })
  }

  #said(messages: readonly Message[]): void {
    if (this.recorded) return
    if (!this.log.atEdge) return this.#tell({ what: 'said', messages })
    const fresh = this.log.add(messages)
    this.log.trim(this.most)
    if (fresh.length > 0) this.#tell({ what: 'said', messages: fresh })
    this.#tell({ what: 'log' })
  }

  /** What was said at the moment of a recording that is shown now. */
  replayed(messages: readonly Message[], anew: boolean): void {
    if (anew) this.log.reset(messages, false)
    else this.log.add(messages)
    this.log.trim(this.most)
    this.log.more = false
    this.#tell({ what: 'log' })
  }

  #stateKey(key: string, value: unknown): void {
    if (key === 'questions' || key === 'stage' || key === 'poll') {
      this.shown = { ...this.shown, [key]: value }
      return this.#tell({ what: 'told', name: key, payload: value })
    }
    if (key === 'deleted') {
      for (const id of (value as { ids: readonly string[] }).ids) this.log.remove(id, 'moderator')
      return this.#tell({ what: 'log' })
    }
    if (key === 'captions') {
      for (const language of (value as { languages: readonly string[] }).languages) {
        if (!this.captions.has(language)) this.captions.set(language, { id: '', language, fromMs: -1, toMs: 0, text: '', until: 0 })
      }
    }
    if (key === 'pins') this.pins = (value as { messages: readonly Message[] }).messages
    if (key === 'notice') this.notice = (value as { notice?: Notice | null }).notice ?? undefined
    const state = this.state
    if (!state) return
    if (key === 'phase') {
      const { phase, over = state.over ?? false } = value as { phase: Phase; over?: boolean }
      // What one may do changes with the phase and with the edition; only the server knows it.
      if (phase !== state.phase || over !== (state.over ?? false)) {
        this.state = { ...state, phase, over }
        void this.load()
      }
    } else if (key === 'modes') {
      const modes = { ...state.modes, ...(value as Modes) }
      if (modes.membersOnly !== state.modes.membersOnly) setTimeout(() => void this.load(), Math.random() * spread)
      this.state = { ...state, modes }
    } else if (key === 'stream') {
      this.state = { ...state, stream: value as Stream }
    }
    this.#tell({ what: 'room' })
  }

  #tick(tick: Tick): void {
    if (tick.viewers?.online !== undefined) this.online = tick.viewers.online
    if (tick.marks) {
      for (const [id, marks] of Object.entries(tick.marks.messages)) this.log.mark(id, marks)
      this.#tell({ what: 'log' })
    }
    if (tick.reactions) this.totals = { ...this.totals, ...tick.reactions }
    this.#tell({ what: 'tick', tick })
  }

  #tell(change: Change): void {
    for (const hearer of this.#hearers) hearer(change)
  }

  #path(rest: string): string {
    return `/rooms/${encodeURIComponent(this.id)}${rest}`
  }
}

const json = (method: string, body?: object): RequestInit =>
  body ? { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : { method }
