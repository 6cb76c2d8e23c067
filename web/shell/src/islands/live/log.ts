// What the chat panel shows: messages in order, holes, and what the visitor is still sending. No DOM.
import type { Marks, Message } from './types.ts'

export interface Line {
  readonly kind: 'line'
  /** The message's id, or the key of a message that has none yet. */
  readonly key: string
  readonly message: Message
  readonly state: 'shown' | 'sending' | 'held' | 'failed' | 'gone'
  /** Why it failed, or who removed it. */
  readonly why?: string
}

/** Messages that were skipped while the connection could not keep up: revs from…to, both included. */
export interface Hole {
  readonly kind: 'hole'
  readonly key: string
  readonly from: number
  readonly to: number
}

export type Entry = Line | Hole

/** Rows kept at the live edge, and while the visitor reads further up. */
export const kept = 200
export const keptReading = 600

const revOf = (entry: Entry): number => (entry.kind === 'hole' ? entry.from : entry.message.rev)

/** Ordered by rev; what is being sent stands last. Every message is in it once. */
export class MessageLog {
  #entries: Entry[] = []
  #pending: Line[] = []
  #ids = new Set<string>()
  #removed = new Map<string, string>()
  /** Whether older messages can be fetched. */
  more = false
  /** False while the newest messages were let go to read old ones. */
  atEdge = true

  get entries(): readonly Entry[] {
    return this.#pending.length > 0 ? [...this.#entries, ...this.#pending] : this.#entries
  }

  get newest(): number {
    const last = this.#entries.at(-1)
    return last ? (last.kind === 'hole' ? last.to : last.message.rev) : 0
  }

  get oldest(): number | undefined {
    const first = this.#entries[0]
    return first && revOf(first)
  }

  line(key: string): Line | undefined {
    const found = this.entries.find(entry => entry.key === key)
    return found?.kind === 'line' ? found : undefined
  }

  /** Takes messages from anywhere; returns those that were not known. */
  add(messages: readonly Message[]): readonly Message[] {
    for (const message of messages) this.#back(message)
    const fresh = messages.filter(message => !this.#ids.has(message.id))
    for (const message of fresh) {
      this.#settle(message)
      this.#insert({ kind: 'line', key: message.id, message, ...this.#standing(message.id) })
      this.#ids.add(message.id)
    }
    return fresh
  }

  /** A message that was taken out of sight is shown again: it stands at a new place. */
  #back(message: Message): void {
    const old = this.#entries.find(entry => entry.key === message.id)
    if (old?.kind !== 'line' || old.state !== 'gone' || message.rev <= old.message.rev) return
    this.#removed.delete(message.id)
    this.#ids.delete(message.id)
    this.#entries = this.#entries.filter(entry => entry !== old)
  }

  /** How many answered a message with which emoji. */
  mark(id: string, marks: Marks): void {
    this.#change(id, line => ({ ...line, message: { ...line.message, marks } }))
  }

  /** Messages of ours that wait for a moderator or their time. */
  get held(): readonly Line[] {
    return this.#pending.filter(line => line.state === 'held')
  }

  /** A message of ours that waits since before this page was opened. */
  waits(message: Message): void {
    if (this.#ids.has(message.id) || this.#pending.some(line => line.message.id === message.id)) return
    this.#pending = [...this.#pending, { kind: 'line', key: message.id, message, state: 'held' }]
  }

  hole(from: number, to: number): void {
    const key = `hole-${from}`
    if (to >= from && !this.#entries.some(entry => entry.key === key)) this.#insert({ kind: 'hole', key, from, to })
  }

  fill(key: string, messages: readonly Message[], complete: boolean): void {
    const hole = this.#entries.find(entry => entry.key === key)
    if (hole?.kind !== 'hole') return
    this.#entries = this.#entries.filter(entry => entry !== hole)
    const inside = messages.filter(message => message.rev >= hole.from && message.rev <= hole.to)
    this.add(inside)
    const first = inside[0]
    if (!complete && first && first.rev > hole.from) this.hole(hole.from, first.rev - 1)
  }

  edit(id: string, text: string, editedAt: string): void {
    this.#change(id, line => ({ ...line, message: { ...line.message, text, editedAt } }))
  }

  /** A removed message stays as a tombstone, and does not come back with a page that was fetched earlier. */
  remove(id: string, by: string): void {
    this.#removed.set(id, by)
    this.#change(id, line => ({ ...line, state: 'gone', why: by, message: { ...line.message, text: '' } }))
  }

  /** Takes back a change that the server refused. */
  restore(line: Line): void {
    this.#removed.delete(line.key)
    this.#change(line.key, () => line)
  }

  begin(key: string, message: Message): void {
    this.#pending = [...this.#pending, { kind: 'line', key, message, state: 'sending' }]
  }

  /** The server has it: under this id, for all to see or held for a moderator. */
  accept(key: string, id: string, state: 'visible' | 'held'): void {
    if (state === 'held') this.#wait(key, line => ({ ...line, state: 'held', message: { ...line.message, id } }))
    else if (this.#ids.has(id)) this.drop(key)
    else this.#wait(key, line => ({ ...line, message: { ...line.message, id } }))
  }

  fail(key: string, why: string): void {
    this.#wait(key, line => ({ ...line, state: 'failed', why }))
  }

  again(key: string): void {
    this.#wait(key, ({ kind, message }) => ({ kind, key, message, state: 'sending' }))
  }

  drop(key: string): void {
    this.#pending = this.#pending.filter(line => line.key !== key)
  }

  /** Older messages, put before the others; too many let the newest go. */
  older(messages: readonly Message[], more: boolean): void {
    this.add(messages)
    this.more = more
    if (this.#entries.length > keptReading) {
      this.#forget(this.#entries.splice(keptReading))
      this.atEdge = false
    }
  }

  trim(most: number): void {
    const extra = this.#entries.length - most
    if (extra <= 0) return
    this.#forget(this.#entries.splice(0, extra))
    this.more = true
  }

  /** Starts anew from a page of the newest messages. */
  reset(messages: readonly Message[], more: boolean): void {
    this.#forget(this.#entries.splice(0))
    this.atEdge = true
    this.more = more
    this.add(messages)
  }

  #forget(entries: readonly Entry[]): void {
    for (const entry of entries) this.#ids.delete(entry.key)
  }

  #standing(id: string): Pick<Line, 'state' | 'why'> {
    const by = this.#removed.get(id)
    return by === undefined ? { state: 'shown' } : { state: 'gone', why: by }
  }

  /** A message of ours that comes back ends its waiting, whether the answer came before it or comes after. */
  #settle(message: Message): void {
    const waiting = this.#pending.find(line => line.message.id === message.id) ?? this.#pending.find(line => twin(line, message))
    if (waiting) this.drop(waiting.key)
  }

  #insert(entry: Entry): void {
    let at = this.#entries.length
    while (at > 0 && revOf(this.#entries[at - 1] as Entry) > revOf(entry)) at--
    if (at === this.#entries.length) this.#entries.push(entry)
    else this.#entries.splice(at, 0, entry)
  }

  #change(id: string, how: (line: Line) => Line): void {
    const at = this.#entries.findIndex(entry => entry.key === id)
    const line = this.#entries[at]
    if (line?.kind === 'line') this.#entries[at] = how(line)
  }

  #wait(key: string, how: (line: Line) => Line): void {
    this.#pending = this.#pending.map(line => (line.key === key ? how(line) : line))
  }
}

const twin = (line: Line, message: Message): boolean =>
  line.state === 'sending' && line.message.author.id !== '' && line.message.author.id === message.author.id && line.message.text === message.text
