// How a room hears the server and asks it. Tests bring their own.
import { ProblemError, type SocketStatus } from '@pavilion/ui'
import type { Tick } from './types.ts'

/** How the socket stands. */
export type Line = SocketStatus

export interface Hearing {
  event(name: string, payload: unknown, rev: number): void
  state(key: string, value: unknown): void
  tick(tick: Tick): void
  /** Events from…to were skipped. */
  gap(from: number, to: number): void
  /** What was known before `rev` may be out of date: ask anew. */
  snapshot(rev: number): void
}

export interface Wire {
  readonly line: Line
  /** Hears changes of the line until the returned function is called. */
  onLine(hear: (line: Line) => void): () => void
  subscribe(topic: string, hearing: Hearing): { close(): void }
  /**
   * Asks the live API; anything but success throws a {@link Refusal}. What changes something goes this way too: the
   * first change gives the browser its guest cookie, which a socket opened before would not know.
   */
  ask(path: string, init?: RequestInit): Promise<unknown>
}

/** A refusal in the server's own code; `offline` when it could not be asked. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly retryAfterMs: number

  constructor(code: string, status: number, detail: string, retryAfterMs = 0) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** Reads an answer of the API. */
export async function answered(asking: Promise<Response>): Promise<unknown> {
  let answer: Response
  try {
    answer = await asking
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refusal('offline', 0, String(error))
  }
  if (answer.status === 204) return undefined
  const body = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string; retryAfterMs?: number }
  if (answer.ok) return body
  const wait = body.retryAfterMs ?? Number(answer.headers.get('retry-after') ?? 0) * 1000
  throw new Refusal(body.code ?? 'unknown', answer.status, body.detail ?? answer.statusText, wait)
}

export const refused = (error: unknown): Refusal =>
  error instanceof Refusal ? error : error instanceof ProblemError ? new Refusal(error.code, error.status, error.message) : new Refusal('unknown', 0, String(error))

/** Unguessable and unique; crypto.randomUUID is missing where a site has no HTTPS. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
