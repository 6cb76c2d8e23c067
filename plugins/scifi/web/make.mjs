// Makes the exhibit's props: models with a tour in them, and their posters. Nothing here comes from anybody's film.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { climber } from './props/climber.mjs'
import { garland } from './props/garland.mjs'
import { glb } from './props/glb.mjs'
import { lantern } from './props/lantern.mjs'
import { mesh } from './props/mesh.mjs'
import { poster } from './props/poster.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const words = path.join(here, '../src/main/resources/demo/scifi.jsonl')
const kept = path.join(here, '../target/props')
const makers = { climber, garland, lantern }

/** Writes props/<name>.glb and props/<name>.jpg below the folder; made anew only when a source changed. */
export default function make(target) {
  const stamp = path.join(kept, 'made-from')
  const wanted = sources()
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
    fs.rmSync(kept, { recursive: true, force: true })
    fs.mkdirSync(kept, { recursive: true })
    for (const name of Object.keys(makers)) write(name, kept)
    fs.writeFileSync(stamp, wanted)
  }
  fs.mkdirSync(path.join(target, 'props'), { recursive: true })
  for (const file of fs.readdirSync(kept).filter(each => each.includes('.'))) fs.copyFileSync(path.join(kept, file), path.join(target, 'props', file))
}

function write(name, folder) {
  const model = makers[name]()
  const meshed = mesh(model)
  const bytes = glb(model, meshed.meshes, tour(name))
  fs.writeFileSync(path.join(folder, `${name}.glb`), bytes)
  fs.writeFileSync(path.join(folder, `${name}.jpg`), poster(model, meshed, 960, 640))
  const triangles = meshed.meshes.reduce((sum, each) => sum + each.indices.length / 3, 0)
  console.log(`props: ${name} ${triangles} triangles, ${bytes.length} B`)
}

/** The exhibit's own words are the words in its model. */
function tour(name) {
  const lines = fs.readFileSync(words, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line))
  return lines.find(line => line.model === name)?.tour ?? []
}

function sources() {
  const hash = createHash('sha256')
  const files = [fileURLToPath(import.meta.url), words, ...fs.readdirSync(path.join(here, 'props')).toSorted().map(file => path.join(here, 'props', file))]
  for (const file of files) hash.update(fs.readFileSync(file))
  return hash.digest('hex')
}
