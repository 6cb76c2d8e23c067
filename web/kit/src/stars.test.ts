import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Keeper, Stars, starsKey } from './stars.ts'

const browser = () => {
  const kept = new Map<string, string>()
  const keeper: Keeper = { getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: key => void kept.delete(key) }
  return { kept, keeper }
}

/** An account as the server keeps it, for any number of browsers. */
let account: Set<string>
let broken: boolean

beforeEach(() => {
  account = new Set()
  broken = false
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (broken) return new Response('{"code":"server.fault","detail":"out of order"}', { status: 500 })
    if (init.method === 'GET') return Response.json({ refs: [...account] })
    const ref = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))
    if (init.method === 'PUT') account.add(ref)
    else if (init.method === 'DELETE') account.delete(ref)
    else {
      const before = account.size
      for (const each of (JSON.parse(String(init.body)) as { refs: string[] }).refs) account.add(each)
      return Response.json({ added: account.size - before })
    }
    return new Response(null, { status: 204 })
  })
})

afterEach(() => vi.unstubAllGlobals())

test('a visitor without an account keeps stars in the browser alone', async () => {
  const { keeper } = browser()
  const guest = new Stars(() => false, () => keeper)
  await guest.put('session:a', true)
  await guest.put('booth:b', true)
  await guest.put('session:a', false)
  expect([...(await new Stars(() => false, () => keeper).all())]).toEqual(['booth:b'])
  expect(account.size).toBe(0)
})

test('the stars of two browsers and of the account are one after sign-in, and no browser keeps any', async () => {
  const [one, two] = [browser(), browser()]
  account.add('session:known')
  await new Stars(() => false, () => one.keeper).put('session:a', true)
  await new Stars(() => false, () => one.keeper).put('session:known', true)
  await new Stars(() => false, () => two.keeper).put('session:a', true)
  await new Stars(() => false, () => two.keeper).put('booth:b', true)
  const first = new Stars(() => true, () => one.keeper)
  const second = new Stars(() => true, () => two.keeper)
  expect(await first.join()).toBe(1)
  expect([...(await second.all())].toSorted()).toEqual(['booth:b', 'session:a', 'session:known'])
  expect(await first.all()).toEqual(await second.all())
  expect(one.kept.size + two.kept.size).toBe(0)
  expect(await first.join()).toBe(0)
})

test('what the account did not take stays in the browser and is taken next time', async () => {
  const { kept, keeper } = browser()
  await new Stars(() => false, () => keeper).put('session:a', true)
  const signedIn = new Stars(() => true, () => keeper)
  broken = true
  await expect(signedIn.join()).rejects.toThrow('out of order')
  expect(kept.get(starsKey)).toBe('["session:a"]')
  broken = false
  expect(await signedIn.join()).toBe(1)
  expect(kept.size).toBe(0)
})

test('many stars go over in parts, and what is broken counts as nothing', async () => {
  const { keeper } = browser()
  keeper.setItem(starsKey, JSON.stringify([...Array.from({ length: 1001 }, (_, n) => `item:i${n}`), 7, 'no reference']))
  expect(await new Stars(() => true, () => keeper).join()).toBe(1001)
  keeper.setItem(starsKey, '{"not":"a list"')
  expect((await new Stars(() => false, () => keeper).all()).size).toBe(0)
})
