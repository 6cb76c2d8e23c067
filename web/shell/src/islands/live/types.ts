// What the live API and the room's topic say: rooms, messages, streams and ticks.
import type { Text } from '@pavilion/ui'
import type { Tally } from './asking-types.ts'

export type Phase = 'scheduled' | 'lobby' | 'live' | 'paused' | 'afterglow' | 'replay' | 'archived'

export interface Author {
  /** A pseudonym that holds for one room only. */
  readonly id: string
  readonly name: string
  readonly role: string
}

export interface Message {
  readonly id: string
  readonly rev: number
  readonly at: string
  readonly author: Author
  readonly text: string
  readonly lane?: string | null
  readonly colour?: string | null
  readonly replyTo?: string | null
  readonly editedAt?: string | null
  /** How many people answered with which emoji. */
  readonly marks?: Marks
  readonly state?: 'visible' | 'held' | 'rejected'
}

export type Marks = Readonly<Record<string, number>>

/** What the host's team tells everybody for a while. */
export interface Notice {
  readonly id: string
  readonly text: string
  readonly showUntil: string
}

/** What concerns this visitor alone. */
export interface Mine {
  readonly messages: readonly { readonly message: Message; readonly state: 'held' | 'rejected' }[]
  readonly marks: Readonly<Record<string, readonly string[]>>
}

export interface Chapter {
  /** Milliseconds of media time. */
  readonly at: number
  readonly title: Text
}

export interface Caption {
  readonly language: string
  readonly label: string
  readonly src: string
}

/** From `at` in a recording on, media time runs from `mediaMs`. */
export interface Stretch {
  readonly at: number
  readonly mediaMs: number
}

/** One picture of a room. */
export interface Site {
  readonly site: string
  readonly label: Text
  readonly kind: string
  /** waiting, receiving, lost or recorded */
  readonly state: string
  readonly src: string
  readonly poster?: string | null
  readonly stretches?: readonly Stretch[] | null
  readonly captions?: readonly Caption[] | null
}

/** What is said right now, in one language. */
export interface Cue {
  readonly id: string
  readonly language: string
  readonly fromMs: number
  readonly toMs: number
  readonly text: string
}

/** Where words were said. */
export interface Heard {
  readonly hits: readonly { readonly kind: string; readonly mediaMs: number; readonly who: string; readonly text: string }[]
  readonly more: boolean
}

export interface Stream {
  readonly sites?: readonly Site[] | null
  /** Of the site that is looked at. */
  readonly stretches?: readonly Stretch[]
  readonly picture?: string
  readonly state: string
  readonly kind: string
  readonly src: string
  readonly poster?: string | null
  readonly startedAt?: string | null
  readonly offsetMs?: number | null
  readonly durationMs?: number | null
  readonly chapters?: readonly Chapter[] | null
  readonly captions?: readonly Caption[] | null
}

export interface Modes {
  readonly slowSeconds: number
  readonly delaySeconds?: number
  readonly membersOnly?: boolean
  readonly establishedMinutes?: number
  readonly emojiOnly?: boolean
  readonly linksOff?: boolean
  readonly audienceMuted?: boolean
  readonly lockedUntil?: string | null
  readonly marks?: readonly string[]
  readonly editSeconds: number
  readonly maxChars: number
  readonly reactions: readonly string[]
  readonly colours: readonly string[]
}

export interface Me {
  /** Equal to the author's id of own messages in this room. */
  readonly id: string
  readonly name: string
  readonly moderator: boolean
}

export interface RoomState {
  readonly room: string
  readonly target: string
  readonly title: Text
  readonly phase: Phase
  /** The edition it belongs to is over: it can be read, and nothing else. */
  readonly over?: boolean
  readonly startsAt?: string | null
  readonly endsAt?: string | null
  readonly modules: readonly string[]
  readonly modes: Modes
  readonly stream?: Stream | null
  readonly counts: { readonly online: number }
  readonly reactions: Readonly<Record<string, number>>
  readonly me: Me
  readonly rev: number
  readonly can: readonly string[]
}

/** Something that flies over the picture. */
export interface Flight {
  readonly id: string
  readonly text: string
  /** How many said the same. */
  readonly n: number
  readonly lane?: string | null
  readonly colour?: string | null
  /** Pseudonym of who said it first. */
  readonly author?: string
}

export interface Tick {
  /** Votes by question. */
  readonly votes?: Readonly<Record<string, number>>
  readonly polls?: Readonly<Record<string, { readonly round: number; readonly n: number; readonly tally?: Tally | null }>>
  readonly viewers?: { readonly online?: number }
  readonly reactions?: Readonly<Record<string, number>>
  readonly danmaku?: readonly Flight[]
  readonly seen?: number
  /** Emoji by message, of those whose counts changed last. */
  readonly marks?: { readonly messages: Readonly<Record<string, Marks>> }
}

export interface Page {
  readonly messages: readonly Message[]
  readonly more: boolean
}

/** Ten seconds of a recording: what was said and how people reacted. */
export interface Bucket {
  readonly bucket: number
  readonly last: number
  readonly messages: readonly { readonly mediaMs: number; readonly message: Message }[]
  readonly reactions: Readonly<Record<string, number>>
  readonly danmaku: readonly { readonly mediaMs: number; readonly item: Flight }[]
}
