// The polls of a room as this page knows them. No DOM.
import type { Asks, Ballot, Poll, Proof, Receipt, Tally } from './asking-types.ts'
import { receiptOf, rootOf } from './receipt.ts'
import { type Refusal, refused } from './wire.ts'

export type Running = Readonly<Record<string, { readonly round: number; readonly n: number; readonly tally?: Tally | null }>>

/** What a check of a receipt found. */
export type Checked = 'counted' | 'missing' | 'altered'

export class PollBoard {
  list: readonly Poll[] = []
  problem: Refusal | undefined

  readonly #room: Asks
  readonly #tell: () => void

  constructor(room: Asks, tell: () => void) {
    this.#room = room
    this.#tell = tell
  }

  async load(): Promise<void> {
    try {
      this.list = ((await this.#room.call('/polls')) as { polls: readonly Poll[] }).polls
      this.problem = undefined
    } catch (error) {
      this.problem = refused(error)
    }
    this.#tell()
  }

  /** Takes what everybody is told; one's own ballot of the same round stays. */
  hear(told: { readonly poll?: Poll | null }): void {
    const { poll } = told
    if (!poll) return
    const known = this.list.find(each => each.id === poll.id)
    const mine = known?.mine && known.mine.round === poll.round ? known.mine : null
    // What is told to all lacks the tally that only those see who voted.
    const rounds = poll.rounds.map(round => ({ ...round, tally: round.tally ?? (mine && poll.state !== 'archived' ? known?.rounds.find(each => each.n === round.n)?.tally : null) ?? null }))
    this.#put({ ...poll, rounds, mine })
  }

  #put(poll: Poll): void {
    const others = this.list.filter(each => each.id !== poll.id).map(each => (poll.featured && each.featured ? { ...each, featured: false } : each))
    const at = this.list.findIndex(each => each.id === poll.id)
    this.list = at < 0 || (poll.featured && at > 0) ? [poll, ...others] : others.toSpliced(at, 0, poll)
    this.#tell()
  }

  count(running: Running): void {
    this.list = this.list.map(poll => {
      const now = running[poll.id]
      if (!now) return poll
      return { ...poll, rounds: poll.rounds.map(round => (round.n === now.round ? { ...round, ballots: now.n, tally: now.tally ?? round.tally ?? null } : round)) }
    })
    this.#tell()
  }

  async vote(poll: Poll, ballot: Ballot, key: string): Promise<void> {
    this.#put((await this.#room.call(`/polls/${poll.id}/ballot`, 'POST', { ...ballot, key })) as Poll)
  }

  /** Computes here what the server claims: the receipt from the ballot, the root from all receipts. */
  async check(poll: Poll, round: number, receipt: Receipt): Promise<Checked> {
    const proof = (await this.#room.call(`/polls/${poll.id}/rounds/${round}/proof`)) as Proof
    if (receiptOf(poll.id, round, receipt) !== receipt.hash || rootOf(proof.leaves) !== proof.root || proof.leaves.length !== proof.ballots) return 'altered'
    return proof.leaves.includes(receipt.hash) ? 'counted' : 'missing'
  }
}

/** Everything of a whole in per cent. */
export const share = (n: number, of: number): number => (of > 0 ? Math.round((n / of) * 100) : 0)
