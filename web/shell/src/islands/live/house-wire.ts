// The wire of the house: HTTP for questions and changes, the page's one socket for what happens.
import { socket } from '@pavilion/ui'
import { type Wire, answered } from './wire.ts'

export const houseWire: Wire = {
  get line() {
    return socket.status
  },
  onLine: hear => socket.onStatus(hear),
  subscribe: (topic, hearing) => socket.subscribe(topic, hearing),
  ask: (path, init) => {
    // Names that the house gives to visitors are in the page's language, not the browser's.
    const headers = { accept: 'application/json', 'accept-language': document.documentElement.lang, ...init?.headers }
    return answered(fetch(`/api/live${path}`, { ...init, headers }))
  },
}
