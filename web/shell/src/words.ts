// The shell's own few words; everything else comes from the server.
import { boot } from './boot.ts'

const words = {
  failed: ['这一部分没有加载出来。', 'This part did not load.'],
  retry: ['重试', 'Try again'],
  offline: ['网络已断开，连上后自动恢复', 'You are offline; the page comes back with the network'],
  online: ['网络已恢复', 'Back online'],
  'theme-light': ['浅色', 'Light'],
  'theme-dark': ['深色', 'Dark'],
  'theme-auto': ['跟随系统', 'Follows the system'],
  suggestions: ['{0} 条建议', '{0} suggestions'],
  'all-results': ['搜索“{0}”', 'Search “{0}”'],
  unread: ['消息，{0} 条未读', 'Inbox, {0} unread'],
  kept: ['已收藏在此浏览器，登录后并入您的账户', 'Kept in this browser; it joins your account when you sign in'],
  'not-kept': ['已取消收藏', 'No longer kept'],
  sending: ['正在上传', 'Uploading'],
  'not-sent': ['上传没有完成，请检查网络后重试', 'The upload did not arrive; check the network and try again'],
} as const

export function word(key: keyof typeof words, value: string | number = ''): string {
  return words[key][boot().locale === 'en' ? 1 : 0].replace('{0}', String(value))
}
