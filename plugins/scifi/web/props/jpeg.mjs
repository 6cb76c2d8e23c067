// A baseline JPEG of an RGB picture: the posters need no library and no alpha.

const zigzag = [0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63]
const luma = [16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99]
const chroma = [17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99, ...Array.from({ length: 32 }, () => 99)]
const dcLengths = [[0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]]
const dcValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const acLengths = [[0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d], [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77]]
const acValues = [
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
  '0001020311040521310612415107617113223281081442 91a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa'.replace(' ', ''),
].map(hex => [...Buffer.from(hex, 'hex')])

export function jpeg(pixels, width, height, quality) {
  const factor = quality < 50 ? 5000 / quality : 200 - quality * 2
  const tables = [luma, chroma].map(base => base.map(v => Math.max(1, Math.min(255, Math.floor((v * factor + 50) / 100)))))
  const codes = { dc: dcLengths.map(lengths => huffman(lengths, dcValues)), ac: acLengths.map((lengths, i) => huffman(lengths, acValues[i])) }
  const bits = new Bits()
  const before = [0, 0, 0]
  for (let y = 0; y < height; y += 16) {
    for (let x = 0; x < width; x += 16) {
      const planes = convert(pixels, width, height, x, y)
      for (let b = 0; b < 4; b++) before[0] = block(bits, planes.y[b], tables[0], codes.dc[0], codes.ac[0], before[0])
      before[1] = block(bits, planes.cb, tables[1], codes.dc[1], codes.ac[1], before[1])
      before[2] = block(bits, planes.cr, tables[1], codes.dc[1], codes.ac[1], before[2])
    }
  }
  return Buffer.concat([header(width, height, tables), bits.end(), Buffer.from([0xff, 0xd9])])
}

/** Four blocks of brightness, one of each colour at half the size. */
function convert(pixels, width, height, x0, y0) {
  const out = { y: [0, 1, 2, 3].map(() => new Float64Array(64)), cb: new Float64Array(64), cr: new Float64Array(64) }
  for (let y = 0; y < 16; y++) {
    for (let x = 0; x < 16; x++) {
      const at = (Math.min(height - 1, y0 + y) * width + Math.min(width - 1, x0 + x)) * 3
      const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]]
      out.y[(y >> 3) * 2 + (x >> 3)][(y & 7) * 8 + (x & 7)] = 0.299 * r + 0.587 * g + 0.114 * b - 128
      const half = (y >> 1) * 8 + (x >> 1)
      out.cb[half] += (-0.168736 * r - 0.331264 * g + 0.5 * b) / 4
      out.cr[half] += (0.5 * r - 0.418688 * g - 0.081312 * b) / 4
    }
  }
  return out
}

const cosines = Array.from({ length: 64 }, (_, i) => Math.cos((((i & 7) * 2 + 1) * (i >> 3) * Math.PI) / 16) * ((i >> 3) === 0 ? Math.SQRT1_2 : 1) * 0.5)

function block(bits, samples, table, dc, ac, before) {
  const rows = new Float64Array(64)
  for (let y = 0; y < 8; y++) for (let u = 0; u < 8; u++) {
    let sum = 0
    for (let x = 0; x < 8; x++) sum += samples[y * 8 + x] * cosines[u * 8 + x]
    rows[y * 8 + u] = sum
  }
  const values = new Int32Array(64)
  for (let i = 0; i < 64; i++) {
    const [u, v] = [zigzag[i] & 7, zigzag[i] >> 3]
    let sum = 0
    for (let y = 0; y < 8; y++) sum += rows[y * 8 + u] * cosines[v * 8 + y]
    values[i] = Math.round(sum / table[zigzag[i]])
  }
  const step = values[0] - before
  const size = length(step)
  bits.put(...dc[size])
  if (size > 0) bits.put(step < 0 ? step + 2 ** size - 1 : step, size)
  let zeros = 0
  let last = 63
  while (last > 0 && values[last] === 0) last--
  for (let i = 1; i <= last; i++) {
    if (values[i] === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) bits.put(...ac[0xf0])
    const s = length(values[i])
    bits.put(...ac[zeros * 16 + s])
    bits.put(values[i] < 0 ? values[i] + 2 ** s - 1 : values[i], s)
    zeros = 0
  }
  if (last < 63) bits.put(...ac[0])
  return values[0]
}

const length = v => (v === 0 ? 0 : 32 - Math.clz32(Math.abs(v)))

function huffman(lengths, values) {
  const codes = []
  let code = 0
  let at = 0
  lengths.forEach((count, i) => {
    for (let k = 0; k < count; k++) codes[values[at++]] = [code++, i + 1]
    code *= 2
  })
  return codes
}

class Bits {
  bytes = []
  held = 0
  count = 0

  put(value, size) {
    for (let i = size - 1; i >= 0; i--) {
      this.held = this.held * 2 + (Math.floor(value / 2 ** i) & 1)
      if (++this.count === 8) {
        this.bytes.push(this.held)
        if (this.held === 0xff) this.bytes.push(0)
        this.held = 0
        this.count = 0
      }
    }
  }

  end() {
    if (this.count > 0) this.put(2 ** (8 - this.count) - 1, 8 - this.count)
    return Buffer.from(this.bytes)
  }
}

const segment = (marker, bytes) => Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes])

function header(width, height, tables) {
  const size = [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...tables.map((table, i) => segment(0xdb, [i, ...zigzag.map(at => table[at])])),
    segment(0xc0, size),
    ...[0, 1].flatMap(i => [segment(0xc4, [i, ...dcLengths[i], ...dcValues]), segment(0xc4, [0x10 + i, ...acLengths[i], ...acValues[i]])]),
    segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ])
}
