// The house's API, typed from api.d.ts: paths, parameters, bodies and answers are checked by the compiler.
import type { components, paths } from './api.d.ts'

/** The records of the API by name, e.g. `Schemas['Suggestion']`. */
export type Schemas = components['schemas']

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Having<V extends Verb> = { [P in keyof paths]: paths[P] extends Record<V, { responses: unknown }> ? P : never }[keyof paths]
type Operation<V extends Verb, P extends keyof paths> = paths[P][V]

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : undefined
type Answer<O> = O extends { responses: infer R } ? (R extends { 200: infer A } | { 201: infer A } ? Json<A> : undefined) : never

type Value = string | number | boolean | readonly (string | number)[] | undefined
type Query<O> = O extends { parameters: { query?: infer Q } } ? { readonly query?: { readonly [K in keyof Q]?: Value } } : unknown
type Path<O> = O extends { parameters: { path: infer P } } ? { readonly path: Readonly<P> } : unknown
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? { readonly body: B } : unknown

interface Common {
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>>
}
type Options<O> = Common & Query<O> & Path<O> & Body<O>
/** Options may be left out where nothing in them is required. */
type Rest<O> = Common extends Options<O> ? [options?: Options<O>] : [options: Options<O>]
type Call<V extends Verb> = <P extends Having<V>>(path: P, ...rest: Rest<Operation<V, P>>) => Promise<Answer<Operation<V, P>>>

export type Api = { readonly [V in Verb]: Call<V> }

interface Loose extends Common {
  readonly query?: Readonly<Record<string, Value>>
  readonly path?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A client whose calls end with the signal; anything but success throws a {@link ProblemError}. */
export function client(until?: AbortSignal): Api {
  const verb = (method: Verb) => async (path: string, { query = {}, path: names = {}, body, signal = until, headers }: Loose = {}) => {
    const init: RequestInit = { method: method.toUpperCase(), headers: { accept: 'application/json', ...headers } }
    if (signal) init.signal = signal
    if (body !== undefined) {
      init.body = JSON.stringify(body)
      init.headers = { 'content-type': 'application/json', ...init.headers }
    }
    return read(await fetch(address(path, names, query), init))
  }
  return { get: verb('get'), post: verb('post'), put: verb('put'), patch: verb('patch'), delete: verb('delete') } as Api
}

export const api: Api = client()

/** Fills `{name}` of a path and appends the query; undefined values are left out, lists repeat. */
export function address(path: string, names: Readonly<Record<string, string>>, query: Readonly<Record<string, Value>>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_hole, name: string) => {
    const value = names[name]
    // "." and ".." survive encoding and would lead to another operation.
    if (!value || /^\.\.?$/.test(value)) throw new TypeError(`${path} needs a ${name}, not "${value ?? ''}"`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one))
  }
  return search.size > 0 ? `${filled}?${search}` : filled
}

/** The answer's JSON, undefined where there is none; anything but success throws. */
export async function read(answer: Response): Promise<unknown> {
  if (!answer.ok) throw await problemOf(answer)
  return answer.status === 204 ? undefined : answer.json()
}

/** An answer of kind application/problem+json, as an error. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, detail: string) {
    super(detail)
    this.name = 'ProblemError'
    this.status = status
    this.code = code
  }
}

export async function problemOf(answer: Response): Promise<ProblemError> {
  const body = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string }
  return new ProblemError(answer.status, body.code ?? 'unknown', body.detail ?? answer.statusText)
}
