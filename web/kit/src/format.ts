// Figures, money and time as readers of either language expect them.
export type Locale = 'zh' | 'en'

const tag = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en-GB')

export const number = (value: number, locale: Locale): string => new Intl.NumberFormat(tag(locale)).format(value)

/** @param minor integer minor units (fen, cents) */
export function money(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(tag(locale), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits)
}

/** Day and time in a zone, by default the visitor's own. */
export const time = (instant: string | number | Date, locale: Locale, timeZone?: string): string =>
  formatOf(locale, timeZone).format(new Date(instant))

/** Making a format costs far more than using it; a busy chat uses one for every row. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: Locale, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone ?? ''}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag(locale), { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) })
  formats.set(key, known)
  return known
}

export interface Text {
  readonly zh: string
  readonly en: string
}

/** The text in the language, or in the other one when it is missing. */
export const text = (both: Text, locale: Locale): string => both[locale] || both[locale === 'zh' ? 'en' : 'zh']
