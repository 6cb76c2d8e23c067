// The screens' words in both languages. {0} is replaced.
import type { Locale } from '@pavilion/ui'

const words = {
  'pair-title': ['这块屏幕的配对码', 'Code of this screen'],
  'pair-text': ['请主持人在主持台“房间”一栏输入此码，并选择显示内容。', 'A moderator types it at the desk, under Room, and picks what is shown.'],
  'pair-until': ['{0} 前有效，过后自动更换', 'Good until {0}, then it changes by itself'],
  'pair-place': ['屏幕：{0}', 'Screen: {0}'],
  'pair-away': ['连接不上服务器，正在重试', 'The server cannot be reached; trying again'],
  preview: ['预览：这不是已配对的屏幕', 'Preview: not a paired screen'],
  question: ['现场提问', 'On stage'],
  anonymous: ['匿名', 'Anonymous'],
  votes: ['{0} 票', '{0} votes'],
  next: ['接下来', 'Next'],
  ask: ['扫码提问、投票', 'Scan to ask and vote'],
  'ask-text': ['无需账号', 'No account needed'],
  upcoming: ['即将开始', 'Coming up'],
  now: ['正在进行', 'On now'],
  news: ['公告', 'Announcement'],
  poll: ['现场投票', 'Poll'],
  'poll-closed': ['投票结果', 'Result'],
  ballots: ['{0} 人已投', '{0} voted'],
  'poll-hidden': ['投票进行中，结束后公布结果', 'Voting is open; the result follows'],
  here: ['在场与在线', 'With us now'],
  online: ['在线 {0}', '{0} online'],
  hall: ['现场 {0}', '{0} in the hall'],
  welcome: ['欢迎', 'Welcome'],
  ended: ['本场已结束', 'This session has ended'],
  stale: ['连接中断，最后更新 {0}', 'Offline, last updated {0}'],
  live: ['已连接', 'Connected'],
  forward: ['下一页', 'Next page'],
  back: ['上一页', 'Previous page'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type Word = keyof typeof words
export type Words = (word: Word, ...args: readonly (string | number)[]) => string

export const wordsIn =
  (locale: Locale): Words =>
  (word, ...args) =>
    words[word][locale === 'zh' ? 0 : 1].replace(/\{(\d)\}/g, (_hole, at: string) => String(args[Number(at)] ?? ''))
