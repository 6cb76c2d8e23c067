// Lays all icons side by side on one sheet, so that a page asks for them once, and numbers them in CSS.
import fs from 'node:fs'
import path from 'node:path'
import { web } from './paths.mjs'

const side = 24

export function icons() {
  const source = path.join(web, 'shell/src/icons')
  const target = path.join(web, 'target/icons')
  const names = fs.readdirSync(source).filter(file => file.endsWith('.svg')).map(file => file.slice(0, -4)).toSorted()
  const cells = names.map((name, index) => {
    const drawing = fs.readFileSync(path.join(source, `${name}.svg`), 'utf8').replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')
    return `<g transform="translate(${index * side} 0)">${drawing}</g>`
  })
  fs.mkdirSync(target, { recursive: true })
  fs.writeFileSync(
    path.join(target, 'icons.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${names.length * side} ${side}" width="${names.length * side}" height="${side}" fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${cells.join('')}</svg>\n`,
  )
  const numbers = names.map((name, index) => `[data-icon='${name}'] { --icon: ${index}; }`)
  fs.writeFileSync(
    path.join(target, 'icons.css'),
    `:root { --pv-icons: url('./icons.svg'); --pv-icon-last: ${names.length - 1}; }\n${numbers.join('\n')}\n`,
  )
}
