// One room as its desk knows it: each part is asked over HTTP and asked again when the desk's topic says that it changed.
import { type Hearing, socket } from '@pavilion/ui'
import type { RoomState } from '../live/types.ts'
import { type Refusal, type Wire, refused } from '../live/wire.ts'
import { type Act, Acts } from './acts.ts'
import type { Chat, DeskPoll, Duty, Entry, Questions, Screen } from './types.ts'

const parts = ['questions', 'chat', 'polls', 'duty', 'room'] as const
export type Part = (typeof parts)[number]

const soonMs = 120
const againMs = 5000

/** How the page listens to a topic; tests bring their own. */
export type Subscribe = (topic: string, hearing: Hearing) => { close(): void }

export class DeskState {
  readonly id: string
  room: RoomState | undefined
  questions: Questions | undefined
  chat: Chat | undefined
  polls: readonly DeskPoll[] | undefined
  duty: Duty | undefined
  screens: readonly Screen[] | undefined
  entry: Entry | undefined
  counts: { readonly online: number; readonly hall?: number } = { online: 0 }
  /** Why nothing can be shown. */
  problem: Refusal | undefined
  /** What the desk tells its moderator: a colleague was faster, or something was refused. */
  notice: { readonly act: Act; readonly why: Refusal } | undefined
  readonly acts: Acts

  readonly #wire: Wire
  readonly #subscribe: Subscribe
  readonly #changed: () => void
  readonly #ends: (() => void)[] = []
  readonly #due = new Set<Part>()
  #soon: ReturnType<typeof setTimeout> | undefined

  constructor(id: string, wire: Wire, changed: () => void, subscribe: Subscribe = (topic, hearing) => socket.subscribe(topic, hearing)) {
    this.id = id
    this.#wire = wire
    this.#changed = changed
    this.#subscribe = subscribe
    this.acts = new Acts(id, wire, changed, (act, why) => this.#conflict(act, why))
  }

  get line(): Wire['line'] {
    return this.#wire.line
  }

  can(what: string): boolean {
    return this.room?.can.includes(what) ?? false
  }

  open(): void {
    const desk = this.#subscribe(`desk:${this.id}`, {
      state: key => this.soon(key as Part),
      snapshot: () => this.soon(...parts),
      closed: () => this.soon('room'),
    })
    const room = this.#subscribe(`room:${this.id}`, {
      event: name => name.startsWith('live.poll') && this.soon('polls'),
      state: key => (key === 'phase' || key === 'modes') && this.soon('room', 'chat'),
      tick: tick => this.#tick(tick),
    })
    this.#ends.push(() => desk.close(), () => room.close(), this.#wire.onLine(() => this.#lined()), () => clearTimeout(this.#soon))
    this.acts.pause()
    void this.#all()
  }

  close(): void {
    for (const end of this.#ends.splice(0)) end()
    this.acts.close()
  }

  /** After a lost line first what happened meanwhile, then what was done here. */
  #lined(): void {
    if (this.line === 'open') void this.#all()
    else this.acts.pause()
    this.#changed()
  }

  async #all(): Promise<void> {
    for (const part of parts) this.#due.add(part)
    await this.#ask()
  }

  /** Asks for parts in a moment, once for everything that happens until then. */
  soon(...which: Part[]): void {
    for (const part of which) if ((parts as readonly string[]).includes(part)) this.#due.add(part)
    this.#soon ??= setTimeout(() => void this.#ask(), soonMs)
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#soon)
    this.#soon = undefined
    const due = [...this.#due]
    this.#due.clear()
    try {
      await Promise.all(due.map(part => this.#read(part)))
      this.problem = undefined
      this.acts.resume()
    } catch (error) {
      const why = refused(error)
      if (why.status === 401 || why.status === 403 || why.status === 404) this.problem = why
      else {
        for (const part of due) this.#due.add(part)
        this.#soon = setTimeout(() => void this.#ask(), againMs)
      }
    }
    this.#changed()
  }

  async #read(part: Part): Promise<void> {
    switch (part) {
      case 'questions':
        this.questions = await this.#part<Questions>('/desk/questions')
        break
      case 'chat':
        this.chat = await this.#part<Chat>('/desk/chat')
        break
      case 'polls':
        this.polls = (await this.#part<{ polls: readonly DeskPoll[] }>('/desk/polls'))?.polls
        break
      case 'duty':
        this.duty = (await this.ask('/desk/duty')) as Duty
        break
      case 'room':
        this.room = (await this.ask('')) as RoomState
        this.counts = { ...this.room.counts, ...this.counts }
        this.screens = (await this.#part<{ screens: readonly Screen[] }>('/displays'))?.screens
        this.entry = await this.#part<Entry>(`/entry?site=${encodeURIComponent(location.origin)}`)
        break
    }
  }

  /** A module that this room does not have, or that this moderator may not run, is no failure. */
  async #part<T>(path: string): Promise<T | undefined> {
    try {
      return (await this.ask(path)) as T
    } catch (error) {
      const { status } = refused(error)
      if (status === 403 || status === 404 || status === 409) return undefined
      throw error
    }
  }

  ask(path: string, init?: RequestInit): Promise<unknown> {
    return this.#wire.ask(`/rooms/${encodeURIComponent(this.id)}${path}`, init)
  }

  /** Sends something that is not undone and whose answer matters here and now. */
  async put(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object = {}): Promise<unknown> {
    return this.ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  }

  #conflict(act: Act, why: Refusal): void {
    this.notice = { act, why }
    this.soon('questions', 'chat', 'polls', 'duty')
  }

  #tick(tick: Readonly<Record<string, unknown>>): void {
    const viewers = tick['viewers'] as DeskState['counts'] | undefined
    const votes = tick['votes'] as Readonly<Record<string, number>> | undefined
    if (viewers) this.counts = { ...this.counts, ...viewers }
    if (votes && this.questions) {
      const counted = (list: Questions['open']): Questions['open'] =>
        list.map(each => ({ ...each, question: { ...each.question, votes: votes[each.question.id] ?? each.question.votes } }))
      const { queue, open, runList, done } = this.questions
      this.questions = { queue, open: counted(open).toSorted((a, b) => b.question.votes - a.question.votes), runList: counted(runList), done }
    }
    if (viewers || votes) this.#changed()
  }
}
