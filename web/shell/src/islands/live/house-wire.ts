// The wire of the house: HTTP for questions and changes, the page's one socket for what happens.
import { socket } from '@pavilion/ui'
import { type Wire, answered } from './wire.ts'

export const houseWire: Wire = {
  get line() {
    return socket.status
  },
  onLine: hear => socket.onStatus(hear),
  subscribe: (topic, hearing) => socket.subscribe(topic, hearing),
  ask: (path, init) => answered(fetch(`/api/live${path}`, { ...init, headers: { accept: 'application/json', ...init?.headers } })),
}
