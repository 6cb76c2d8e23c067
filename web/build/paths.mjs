// Where the build reads and writes: one place for every script of this folder.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const out = path.join(web, 'target/classes/web')
export const assets = path.join(out, 'assets')

/** The bare imports an island may use at run time; the page's import map resolves them. */
export const shared = ['lit', '@pavilion/ui', '@pavilion/scene']
