// The wire of the house: HTTP for questions and changes, the page's one socket for what happens.
import * as kit from '@pavilion/ui'
import { type Line, type Wire, answered } from './wire.ts'

interface Socket {
  readonly status: Line
  onStatus(hear: (line: Line) => void): () => void
  subscribe(topic: string, hearing: object): { close(): void }
}

const socket = (kit as unknown as { readonly socket?: Socket }).socket

export const houseWire: Wire = {
  get line() {
    return socket?.status ?? 'open'
  },
  onLine: hear => socket?.onStatus(hear) ?? (() => undefined),
  subscribe: (topic, hearing) => socket?.subscribe(topic, hearing) ?? { close: () => undefined },
  ask: (path, init) => answered(fetch(`/api/live${path}`, { ...init, headers: { accept: 'application/json', ...init?.headers } })),
}
