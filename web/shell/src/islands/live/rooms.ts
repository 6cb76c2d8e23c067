// The rooms this page holds open: an island and the mini-player may share one, and moving on to another page keeps it.
import { Room } from './room.ts'
import type { Wire } from './wire.ts'

const held = new Map<string, { readonly room: Room; holders: number }>()

/** The room, opened by its first holder. */
export function hold(id: string, wire: Wire): Room {
  const known = held.get(id)
  if (known) {
    known.holders++
    return known.room
  }
  const room = new Room(id, wire)
  held.set(id, { room, holders: 1 })
  room.open()
  return room
}

/** Closed by its last holder. */
export function release(room: Room): void {
  const known = held.get(room.id)
  if (!known || --known.holders > 0) return
  held.delete(room.id)
  room.close()
}
