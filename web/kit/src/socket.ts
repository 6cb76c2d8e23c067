// What happens in the house, as it happens: one WebSocket for the whole page, opened by the first who listens. It
// comes back by itself and goes on where it stopped, so that a listener misses nothing and hears nothing twice.

export type SocketStatus = 'connecting' | 'open' | 'reconnecting' | 'offline'

/** What a listener of a topic hears. */
export interface Hearing {
  /** Something happened; `rev` counts the topic's events without holes. */
  event?(name: string, payload: unknown, rev: number): void
  /** A key's last value: when joining, and whenever it changes. */
  state?(key: string, value: unknown): void
  /** Changing counters of the topic, only those that changed, absolute values. */
  tick?(tick: Readonly<Record<string, unknown>>): void
  /** Events from…to were skipped because this page could not keep up. */
  gap?(from: number, to: number): void
  /** What was known before `rev` may be out of date, e.g. at the start or after a long absence: ask anew over HTTP. */
  snapshot?(rev: number): void
  /** The topic refused or ended, with the problem's code. */
  closed?(code: string): void
}

export interface Subscription {
  close(): void
}

/** An answer that was a refusal, with the members of a problem. */
export class SocketError extends Error {
  readonly code: string
  readonly status: number
  readonly retryAfterMs: number

  constructor({ code = 'unknown', status = 0, detail = '', retryAfterMs = 0 }: Partial<Problem>) {
    super(detail)
    this.name = 'SocketError'
    this.code = code
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

interface Problem {
  readonly code: string
  readonly status: number
  readonly detail: string
  readonly retryAfterMs: number
}

interface Subscribed {
  readonly epoch: string
  readonly rev: number
  readonly mode: 'replay' | 'snapshot'
}

interface Topic {
  readonly name: string
  readonly hearings: Set<Hearing>
  readonly state: Map<string, unknown>
  tick: Record<string, unknown>
  epoch: string | undefined
  rev: number
}

interface Asked {
  readonly name: string
  readonly payload: unknown
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: SocketError) => void
}

const firstWait = 500
const longestWait = 30_000
const restingMs = 5000
const againMs = 4000

export class PageSocket {
  readonly #connect: () => WebSocket
  readonly #topics = new Map<string, Topic>()
  readonly #asked = new Map<number, Asked>()
  readonly #hearers = new Set<(status: SocketStatus) => void>()
  #socket: WebSocket | undefined
  #status: SocketStatus = 'connecting'
  #greeted = false
  #known = false
  #counter = 0
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(connect: () => WebSocket) {
    this.#connect = connect
    addEventListener('online', () => this.#wanted && this.#open())
    addEventListener('offline', () => this.#wanted && this.#lost('offline'))
    addEventListener('pagehide', () => this.#rest())
    addEventListener('pageshow', event => event.persisted && this.#wanted && this.#open())
  }

  get status(): SocketStatus {
    return this.#status
  }

  /** Hears changes of the status until the returned function is called. */
  onStatus(hearer: (status: SocketStatus) => void): () => void {
    this.#hearers.add(hearer)
    return () => this.#hearers.delete(hearer)
  }

  /** Listens to a topic, e.g. `room:session:keynote` or `plugin:trading:deals`. */
  subscribe(name: string, hearing: Hearing): Subscription {
    const known = this.#topics.get(name)
    const topic: Topic = known ?? { name, hearings: new Set(), state: new Map(), tick: {}, epoch: undefined, rev: 0 }
    this.#topics.set(name, topic)
    topic.hearings.add(hearing)
    if (!known) this.#join(topic)
    else if (topic.epoch !== undefined) queueMicrotask(() => topic.hearings.has(hearing) && catchUp(topic, hearing))
    return { close: () => this.#leave(topic, hearing) }
  }

  /** Sends a command; it is sent again after a lost connection, so one that changes something carries its own `key`. */
  send(name: string, payload: object): Promise<unknown> {
    return this.#ask(name, payload)
  }

  get #wanted(): boolean {
    return this.#topics.size > 0 || this.#asked.size > 0
  }

  #join(topic: Topic): void {
    if (!this.#socket) this.#open()
    else if (this.#greeted) this.#subscribe(topic)
  }

  #leave(topic: Topic, hearing: Hearing): void {
    if (!topic.hearings.delete(hearing) || topic.hearings.size > 0) return
    this.#topics.delete(topic.name)
    if (this.#greeted) this.#ask('unsubscribe', { topic: topic.name }).catch(() => undefined)
    if (!this.#wanted || this.#topics.size === 0) setTimeout(() => !this.#wanted && this.#rest(), restingMs)
  }

  #open(): void {
    if (this.#socket) return
    clearTimeout(this.#timer)
    const socket = (this.#socket = this.#connect())
    socket.addEventListener('open', () => this.#greet())
    socket.addEventListener('message', event => this.#hear(String(event.data)))
    socket.addEventListener('close', () => this.#socket === socket && this.#lost('reconnecting'))
  }

  /** Says hello and where each topic stopped. */
  #greet(): void {
    const known = [...this.#topics.values()].filter(topic => topic.epoch !== undefined)
    const resume = Object.fromEntries(known.map(topic => [topic.name, `${topic.epoch}:${topic.rev}`]))
    const before = [...this.#asked]
    const greeting = (answer: unknown): void => this.#welcome(answer as { resumed?: Record<string, Subscribed>; refused?: Record<string, Problem> }, before)
    this.#put('hello', { protocol: 1, resume }, greeting, error => console.error('the socket was refused', error.code))
  }

  #welcome({ resumed = {}, refused = {} }: { resumed?: Record<string, Subscribed>; refused?: Record<string, Problem> }, before: readonly [number, Asked][]): void {
    this.#greeted = true
    this.#failures = 0
    this.#become('open')
    for (const topic of this.#topics.values()) {
      const answer = resumed[topic.name]
      const refusal = refused[topic.name]
      if (answer) this.#joined(topic, answer)
      else if (refusal) this.#refused(topic, refusal.code)
      else this.#subscribe(topic)
    }
    // What had no answer when the line broke, in the order in which it was asked.
    for (const [id, { name, payload }] of before) this.#write(name, id, payload)
  }

  #subscribe(topic: Topic): void {
    this.#put(
      'subscribe',
      { topic: topic.name },
      answer => this.#joined(topic, answer as Subscribed),
      error => this.#refused(topic, error.code),
    )
  }

  #joined(topic: Topic, { epoch, rev, mode }: Subscribed): void {
    topic.epoch = epoch
    if (mode === 'replay') return
    topic.rev = rev
    for (const hearing of topic.hearings) hearing.snapshot?.(rev)
  }

  #refused(topic: Topic, code: string): void {
    topic.epoch = undefined
    for (const hearing of topic.hearings) hearing.closed?.(code)
  }

  #ask(name: string, payload: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#put(name, payload, resolve, reject, true)
      if (!this.#socket) this.#open()
      else if (this.#greeted) this.#write(name, id, payload)
    })
  }

  /** Notes a question; one about the line itself is written at once and forgotten with the line. */
  #put(name: string, payload: unknown, resolve: Asked['resolve'], reject: Asked['reject'], lasting = false): number {
    const id = ++this.#counter
    if (lasting) this.#asked.set(id, { name, payload, resolve, reject })
    else {
      this.#line.set(id, { name, payload, resolve, reject })
      this.#write(name, id, payload)
    }
    return id
  }

  readonly #line = new Map<number, Asked>()

  #write(name: string, id: number, payload: unknown): void {
    this.#socket?.send(JSON.stringify([name, id, payload]))
  }

  #hear(text: string): void {
    const frame = JSON.parse(text) as readonly [string, unknown, unknown]
    const [name, first, second] = frame
    if (name === 'ok' || name === 'error') return this.#answered(name === 'ok', Number(first), second)
    if (name === 'bye') return this.#bye((first as { retryMs: readonly [number, number] }).retryMs)
    const { topic: of, ...body } = first as { topic: string } & Record<string, unknown>
    const topic = this.#topics.get(of)
    if (topic) this.#tell(topic, name, body)
  }

  #answered(good: boolean, id: number, body: unknown): void {
    if (!good && (body as Problem).code === 'socket.guest' && !this.#known) return void this.#becomeKnown()
    const asked = this.#asked.get(id) ?? this.#line.get(id)
    this.#asked.delete(id)
    this.#line.delete(id)
    if (good) asked?.resolve(body)
    else asked?.reject(new SocketError(body as Partial<Problem>))
  }

  /** A visitor's first command: the browser gets its cookie, and the next line brings it along and asks again. */
  async #becomeKnown(): Promise<void> {
    this.#known = true
    await fetch('/api/guest', { method: 'POST' }).catch(() => undefined)
    this.#lost('reconnecting', 0)
  }

  #tell(topic: Topic, name: string, body: Record<string, unknown>): void {
    if (name === 'batch') this.#batch(topic, Number(body['rev']), body['events'] as readonly [string, unknown][])
    else if (name === 'state') {
      for (const [key, value] of Object.entries(body['state'] as object)) {
        topic.state.set(key, value)
        for (const hearing of topic.hearings) hearing.state?.(key, value)
      }
    } else if (name === 'live.tick') {
      const { seenRev: _seen, danmaku: _passing, ...lasting } = body
      topic.tick = { ...topic.tick, ...lasting }
      for (const hearing of topic.hearings) hearing.tick?.(body)
    } else if (name === 'gap') {
      this.#skipped(topic, Number(body['from']), Number(body['to']))
    } else if (name === 'closed') {
      this.#refused(topic, String(body['code']))
      setTimeout(() => this.#greeted && topic.hearings.size > 0 && topic.epoch === undefined && this.#subscribe(topic), againMs * (1 + Math.random()))
    }
  }

  #batch(topic: Topic, from: number, events: readonly [string, unknown][]): void {
    if (from > topic.rev + 1) this.#skipped(topic, topic.rev + 1, from - 1)
    for (const [at, [name, payload]] of events.entries()) {
      if (from + at <= topic.rev) continue
      topic.rev = from + at
      for (const hearing of topic.hearings) hearing.event?.(name, payload, topic.rev)
    }
  }

  #skipped(topic: Topic, from: number, to: number): void {
    topic.rev = Math.max(topic.rev, to)
    for (const hearing of topic.hearings) hearing.gap?.(from, to)
  }

  /** The server asks everybody to come back at another moment each. */
  #bye([least, longest]: readonly [number, number]): void {
    this.#lost('reconnecting', least + Math.random() * (longest - least))
  }

  #lost(status: SocketStatus, wait = this.#backOff()): void {
    this.#drop()
    this.#become(navigator.onLine ? status : 'offline')
    clearTimeout(this.#timer)
    if (this.#wanted) this.#timer = setTimeout(() => this.#open(), wait)
  }

  #backOff(): number {
    const most = Math.min(longestWait, firstWait * 2 ** this.#failures++)
    return most * (0.5 + Math.random() / 2)
  }

  #drop(): void {
    const socket = this.#socket
    this.#socket = undefined
    this.#greeted = false
    this.#line.clear()
    socket?.close()
  }

  #rest(): void {
    clearTimeout(this.#timer)
    this.#drop()
    this.#become('connecting')
  }

  #become(status: SocketStatus): void {
    if (status === this.#status) return
    this.#status = status
    for (const hearer of this.#hearers) hearer(status)
  }
}

/** A second listener of a topic learns what the first was told. */
function catchUp(topic: Topic, hearing: Hearing): void {
  hearing.snapshot?.(topic.rev)
  for (const [key, value] of topic.state) hearing.state?.(key, value)
  if (Object.keys(topic.tick).length > 0) hearing.tick?.(topic.tick)
}

/** The one socket of this page. */
export const socket = new PageSocket(() => new WebSocket(new URL('/ws', location.href.replace(/^http/, 'ws')), 'pavilion.v1'))
