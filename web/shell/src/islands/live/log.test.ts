import { describe, expect, it } from 'vitest'
import { type Entry, MessageLog } from './log.ts'
import type { Message } from './types.ts'

const said = (rev: number, text = `m${rev}`, author = 'a'): Message => ({
  id: `m-${rev}`,
  rev,
  at: '2026-10-16T01:00:00Z',
  author: { id: author, name: author, role: 'guest' },
  text,
})
const texts = (log: MessageLog) => log.entries.map((entry: Entry) => (entry.kind === 'hole' ? `${entry.from}…${entry.to}` : `${entry.message.text}:${entry.state}`))

describe('the message log', () => {
  it('keeps order and drops doubles, wherever messages come from', () => {
    const log = new MessageLog()
    log.add([said(3), said(4)])
    log.older([said(1), said(2), said(3)], false)
    expect(log.add([said(4), said(5)]).map(m => m.rev)).toEqual([5])
    expect(texts(log)).toEqual(['m1:shown', 'm2:shown', 'm3:shown', 'm4:shown', 'm5:shown'])
  })

  it('ends the wait of an own message whichever comes first, the answer or the event', () => {
    for (const answerFirst of [true, false]) {
      const log = new MessageLog()
      log.begin('k1', { ...said(Infinity, 'hello', 'me'), id: '' })
      expect(texts(log)).toEqual(['hello:sending'])
      if (answerFirst) log.accept('k1', 'm-7', 'visible')
      log.add([said(7, 'hello', 'me')])
      if (!answerFirst) log.accept('k1', 'm-7', 'visible')
      expect(texts(log)).toEqual(['hello:shown'])
    }
  })

  it('keeps what failed or is held at the end until it is dropped or sent again', () => {
    const log = new MessageLog()
    log.begin('k1', { ...said(Infinity, 'a', 'me'), id: '' })
    log.begin('k2', { ...said(Infinity, 'b', 'me'), id: '' })
    log.fail('k1', 'too fast')
    log.accept('k2', 'm-9', 'held')
    log.add([said(8)])
    expect(texts(log)).toEqual(['m8:shown', 'a:failed', 'b:held'])
    log.again('k1')
    log.add([said(9, 'b', 'me')])
    log.drop('k1')
    expect(texts(log)).toEqual(['m8:shown', 'b:shown'])
  })

  it('never brings a removed message back', () => {
    const log = new MessageLog()
    log.remove('m-2', 'moderator')
    log.add([said(1), said(2)])
    expect(texts(log)[1]).toBe('m2:gone')
    log.remove('m-1', 'author')
    expect(texts(log)[0]).toBe(':gone')
  })

  it('shows what was skipped and fills it from history', () => {
    const log = new MessageLog()
    log.add([said(1)])
    log.hole(2, 9)
    log.add([said(10)])
    expect(texts(log)).toEqual(['m1:shown', '2…9', 'm10:shown'])
    log.fill('hole-2', [said(8), said(9), said(10)], false)
    expect(texts(log)).toEqual(['m1:shown', '2…7', 'm8:shown', 'm9:shown', 'm10:shown'])
    log.fill('hole-2', [said(3), said(7)], true)
    expect(texts(log)).toEqual(['m1:shown', 'm3:shown', 'm7:shown', 'm8:shown', 'm9:shown', 'm10:shown'])
  })

  it('lets the oldest go at the edge, and the newest while old ones are read', () => {
    const log = new MessageLog()
    log.add(Array.from({ length: 700 }, (_, at) => said(1000 + at)))
    log.trim(200)
    expect(log.entries).toHaveLength(200)
    expect(log.more).toBe(true)
    log.older(Array.from({ length: 500 }, (_, at) => said(500 + at)), true)
    expect(log.entries).toHaveLength(600)
    expect(log.atEdge).toBe(false)
    expect(log.oldest).toBe(500)
  })

  it('shows a message again that waited meanwhile, at its new place, and not from an old page', () => {
    const log = new MessageLog()
    log.add([said(1), said(2)])
    log.remove('m-1', 'held')
    log.add([said(1)])
    expect(texts(log)).toEqual([':gone', 'm2:shown'])
    log.add([{ ...said(4, 'm1'), id: 'm-1' }])
    expect(texts(log)).toEqual(['m2:shown', 'm1:shown'])
  })

  it('keeps what waited before the page was opened, once, until it is shown', () => {
    const log = new MessageLog()
    log.add([said(1)])
    log.waits({ ...said(0, 'wait', 'me'), id: 'm-7' })
    log.waits({ ...said(0, 'wait', 'me'), id: 'm-7' })
    expect(log.held).toHaveLength(1)
    log.add([{ ...said(2, 'wait', 'me'), id: 'm-7' }])
    expect(texts(log)).toEqual(['m1:shown', 'wait:shown'])
  })
})
