import { describe, expect, it } from 'vitest'
import type { Asks, Poll, Question } from './asking-types.ts'
import { PollBoard, share } from './polls.ts'
import { QuestionBoard } from './questions.ts'
import { hex, receiptOf, rootOf, sha256 } from './receipt.ts'
import { Refusal } from './wire.ts'

const question = (id: string, votes = 0, state: Question['state'] = 'visible'): Question => ({
  id,
  at: '2026-10-16T01:00:00Z',
  aloud: false,
  text: `${id}?`,
  language: 'en',
  tags: [],
  state,
  votes,
})

/** Answers what it was given, and notes what was asked. */
class Server implements Asks {
  readonly id = 'session:x'
  readonly asked: string[] = []
  answers: unknown[] = []

  async call(path: string, method = 'GET'): Promise<unknown> {
    this.asked.push(`${method} ${path}`)
    const answer = this.answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
}

const page = (questions: readonly Question[]) => ({
  questions,
  more: false,
  mine: [],
  voted: ['b'],
  rules: { moderated: false, anonymity: true, nameless: false, votes: true, tags: [] },
  open: true,
})

const loaded = async (server: Server, questions: readonly Question[]): Promise<QuestionBoard> => {
  server.answers = [page(questions)]
  const board = new QuestionBoard(server, () => {})
  await board.load()
  return board
}

describe('the questions of a room', () => {
  it('count a vote at once and take it back when the server refuses', async () => {
    const server = new Server()
    const board = await loaded(server, [question('a', 3), question('b', 2)])
    server.answers = [{ votes: 7 }]
    const voting = board.vote(question('a', 3))
    expect([board.list[0]?.votes, board.voted.has('a')]).toEqual([4, true])
    await voting
    expect(board.list[0]?.votes).toBe(7)
    server.answers = [new Refusal('question.state-conflict', 409, '')]
    await expect(board.vote(question('b', 2))).rejects.toMatchObject({ code: 'question.state-conflict' })
    expect([board.list[1]?.votes, board.voted.has('b')]).toEqual([2, true])
    expect(server.asked).toEqual(['GET /questions?sort=votes', 'PUT /questions/a/vote', 'DELETE /questions/b/vote'])
  })

  it('change where they stand and go when they are not seen any more', async () => {
    const board = await loaded(new Server(), [question('a'), question('b')])
    board.hear({ id: 'b', question: question('b', 5, 'staged'), before: question('a', 1) })
    expect(board.list.map(each => `${each.id} ${each.state} ${each.votes}`)).toEqual(['a visible 1', 'b staged 5'])
    board.hear({ id: 'c', question: question('c') })
    board.hear({ id: 'a' })
    board.count({ b: 9, z: 1 })
    expect(board.list.map(each => `${each.id} ${each.votes}`)).toEqual(['b 9', 'c 0'])
  })

  it('tell their asker what became of them', async () => {
    const server = new Server()
    const board = await loaded(server, [])
    server.answers = [{ question: question('mine', 0, 'queued') }]
    await board.ask('mine?', false, [], 'k')
    expect([board.waiting, board.list]).toEqual([true, []])
    expect(board.hear({ id: 'mine', question: question('mine') })).toBe(false)
    expect(board.mine[0]?.question.state).toBe('visible')
    expect(board.hear({ id: 'mine', into: 'other' })).toBe(true)
  })
})

const poll = (more: Partial<Poll> = {}): Poll => ({
  id: 'p',
  kind: 'choice',
  question: { zh: '', en: 'Which?' },
  options: [
    { zh: '', en: 'A' },
    { zh: '', en: 'B' },
  ],
  state: 'open',
  round: 1,
  featured: true,
  results: 'after-vote',
  rounds: [{ n: 1, ballots: 1 }],
  ...more,
})

const of = (words: string): string => hex(sha256(new TextEncoder().encode(words)))

describe('the polls of a room', () => {
  it('keep the own ballot and the tally that only voters see when everybody is told something', async () => {
    const server = new Server()
    server.answers = [{ polls: [poll({ mine: { round: 1, options: [0] }, rounds: [{ n: 1, ballots: 1, tally: { counts: [1, 0], bins: [] } }] })] }]
    const board = new PollBoard(server, () => {})
    await board.load()
    board.hear({ poll: poll({ state: 'paused' }) })
    expect(board.list[0]).toMatchObject({ state: 'paused', mine: { options: [0] }, rounds: [{ tally: { counts: [1, 0] } }] })
    board.count({ p: { round: 1, n: 5 } })
    expect(board.list[0]?.rounds[0]).toMatchObject({ ballots: 5, tally: { counts: [1, 0] } })
    board.hear({ poll: poll({ round: 2, rounds: [{ n: 1, ballots: 5 }, { n: 2, ballots: 0 }] }) })
    expect(board.list[0]?.mine).toBeNull()
    board.hear({ poll: poll({ id: 'q' }) })
    expect(board.list.map(each => `${each.id} ${each.featured}`)).toEqual(['q true', 'p false'])
  })

  it('check a receipt with nothing but what was published', async () => {
    const receipt = { value: '1', nonce: 'n', hash: '' }
    const hash = receiptOf('p', 1, receipt)
    const leaves = [hash, '00'.repeat(32), 'ff'.repeat(32)].toSorted()
    const proof = { ballots: 3, root: rootOf(leaves), leaves }
    const server = new Server()
    const board = new PollBoard(server, () => {})
    server.answers = [proof, { ...proof, ballots: 4 }, { ballots: 2, leaves: leaves.slice(1).filter(leaf => leaf !== hash), root: '' }]
    expect(await board.check(poll(), 1, { ...receipt, hash })).toBe('counted')
    expect(await board.check(poll(), 1, { ...receipt, hash })).toBe('altered')
    expect(await board.check(poll(), 1, { ...receipt, hash })).toBe('altered')
    server.answers = [proof]
    expect(await board.check(poll(), 1, { ...receipt, value: '0', hash: receiptOf('p', 1, { ...receipt, value: '0' }) })).toBe('missing')
  })

  it('digest as the server does', () => {
    expect(of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(of('碳捕集'.repeat(40))).toHaveLength(64)
    expect(rootOf([])).toBe(of(''))
    expect([share(1, 3), share(0, 0)]).toEqual([33, 0])
  })
})
