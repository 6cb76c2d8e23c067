// What the desk's API says.
import type { Text } from '@pavilion/ui'
import type { Message } from '../live/types.ts'

export interface Author {
  readonly id: string
  readonly name: string
}

export interface Question {
  readonly id: string
  readonly at: string
  readonly text: string
  readonly language: string
  readonly state: string
  readonly votes: number
  readonly aloud: boolean
  readonly tags: readonly string[]
}

export interface DeskQuestion {
  readonly question: Question
  readonly author?: Author | null
  readonly anonymous: boolean
  readonly reason?: string | null
  readonly similar: readonly string[]
  readonly byPerson: number
}

export interface Questions {
  readonly queue: readonly DeskQuestion[]
  readonly open: readonly DeskQuestion[]
  readonly runList: readonly DeskQuestion[]
  readonly done: readonly DeskQuestion[]
}

export interface Held {
  readonly message: Message
  readonly reason: string
  readonly score: number
  readonly dueAt?: string | null
  readonly claim?: { readonly by: string; readonly mine: boolean } | null
}

export interface DeskModes {
  readonly slowSeconds: number
  readonly delaySeconds?: number
  readonly membersOnly?: boolean
  readonly emojiOnly?: boolean
  readonly linksOff?: boolean
  readonly audienceMuted?: boolean
  readonly inRoomMuted?: boolean
  readonly lockedUntil?: string | null
}

export interface Chat {
  readonly held: readonly Held[]
  readonly reported: readonly { readonly message: Message; readonly count: number; readonly reasons: readonly string[] }[]
  readonly recent: readonly { readonly message: Message; readonly state: string; readonly reports: number; readonly pinned: boolean }[]
  readonly notice?: { readonly id: string; readonly text: string; readonly showUntil: string } | null
  readonly modes: DeskModes
  readonly load: { readonly perMinute: number; readonly usual: number; readonly raid: boolean; readonly waitSeconds: number }
}

export interface DeskPoll {
  readonly id: string
  readonly kind: string
  readonly question: Text
  readonly options: readonly Text[]
  readonly state: string
  readonly round: number
  readonly featured: boolean
  readonly results: string
  readonly rounds: readonly { readonly n: number; readonly ballots: number; readonly tally?: { readonly counts: readonly number[] } | null }[]
}

export interface Duty {
  readonly mine: boolean
  readonly people: readonly { readonly name: string; readonly since: string }[]
  readonly handover?: { readonly note: string; readonly by: string; readonly at: string } | null
  readonly claims: readonly { readonly item: string; readonly by: string; readonly mine: boolean; readonly until: string }[]
}

export interface Screen {
  readonly id: string
  readonly view: string
  readonly label: string
  readonly by: string
  readonly until: string
  readonly seenAt?: string | null
}

export interface Entry {
  readonly code: string
  readonly address: string
  readonly qr: string
  readonly invites: number
}

export interface PersonCard {
  readonly id: string
  readonly name: string
  readonly since: string
  readonly registered?: string | null
  readonly messages: number
  readonly removed: number
  readonly held: number
  readonly sanctions: readonly { readonly id: string; readonly kind: string; readonly reason: string; readonly until: string; readonly state: string }[]
  readonly notes: readonly { readonly id: string; readonly text: string; readonly by: string; readonly at: string }[]
}
