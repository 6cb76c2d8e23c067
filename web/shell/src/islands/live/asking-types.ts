// Questions and polls as the server says them.
import type { Text } from '@pavilion/ui'

export interface Answer {
  readonly at: string
  readonly text?: string | null
  /** Milliseconds of media time at which it was on the stage. */
  readonly mediaMs?: number | null
  readonly by: string
}

export interface Question {
  readonly id: string
  readonly at: string
  readonly author?: { readonly id: string; readonly name: string } | null
  readonly aloud: boolean
  readonly text: string
  readonly language: string
  readonly tags: readonly string[]
  readonly state: 'queued' | 'rejected' | 'visible' | 'staged' | 'answered' | 'merged' | 'archived' | 'carried' | 'deleted'
  readonly votes: number
  readonly answer?: Answer | null
}

export interface OwnQuestion {
  readonly question: Question
  readonly reason?: string | null
  readonly mergedInto?: string | null
}

export interface Rules {
  readonly moderated: boolean
  readonly anonymity: boolean
  readonly nameless: boolean
  readonly votes: boolean
  readonly tags: readonly string[]
}

export interface QuestionPage {
  readonly questions: readonly Question[]
  readonly more: boolean
  readonly mine: readonly OwnQuestion[]
  readonly voted: readonly string[]
  readonly staged?: Question | null
  readonly rules: Rules
  readonly open: boolean
}

/** What the room is told about a question; without `question` it is not seen any more. */
export interface QuestionTold {
  readonly id: string
  readonly question?: Question | null
  readonly into?: string | null
  readonly before?: Question | null
}

export interface Tally {
  readonly counts: readonly number[]
  readonly bins: readonly { readonly label: string; readonly n?: number | null }[]
  readonly mean?: number | null
}

export interface Round {
  readonly n: number
  readonly closedAt?: string | null
  readonly ballots: number
  readonly present?: number | null
  readonly tally?: Tally | null
  readonly flow?: readonly (readonly number[])[]
  readonly root?: string | null
}

export interface Receipt {
  readonly hash: string
  readonly nonce: string
  readonly value: string
}

export interface Ballot {
  readonly options?: readonly number[]
  readonly number?: number
  readonly words?: readonly string[]
}

export interface Poll {
  readonly id: string
  readonly kind: 'choice' | 'multi' | 'scale' | 'rank' | 'number' | 'words'
  readonly question: Text
  readonly options: readonly Text[]
  readonly least?: number | null
  readonly most?: number | null
  readonly low?: Text | null
  readonly high?: Text | null
  readonly state: 'draft' | 'open' | 'paused' | 'closed' | 'archived'
  readonly round: number
  readonly featured: boolean
  readonly results: 'never' | 'after-vote' | 'after-close' | 'live'
  readonly rounds: readonly Round[]
  readonly mine?: (Ballot & { readonly round: number; readonly receipt?: Receipt | null }) | null
}

export interface Proof {
  readonly ballots: number
  readonly root: string
  readonly leaves: readonly string[]
}

/** How a room asks the server, and hears it; the room itself, or a test's. */
export interface Asks {
  readonly id: string
  call(path: string, method?: 'GET' | 'POST' | 'PUT' | 'DELETE', body?: object): Promise<unknown>
}
