import { inflateSync } from 'node:zlib'

export type Pixel = { red: number; green: number; blue: number; alpha: number }

/** The pixels of an 8-bit RGB or RGBA PNG without interlacing, which is what Chromium writes. Bad data throws. */
export function decodePng(bytes: Buffer): { width: number; height: number; pixels: Pixel[] } {
  const chunks = readChunks(bytes)
  const header = chunks.find((chunk) => chunk.type === 'IHDR')?.data
  if (!header) throw new Error('no IHDR')
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  const channels = { 2: 3, 6: 4 }[header.readUInt8(9)]
  if (header.readUInt8(8) !== 8 || !channels || header.readUInt8(12) !== 0) throw new Error('an unexpected kind of PNG')
  const raw = inflateSync(Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data)))
  const rows = unfilter(raw, width * channels, height, channels)
  const pixels: Pixel[] = []
  for (let at = 0; at < rows.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = rows.subarray(at, at + channels)
    pixels.push({ red, green, blue, alpha })
  }
  return { width, height, pixels }
}

function readChunks(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  if (chunks.at(-1)?.type !== 'IEND') throw new Error('no IEND')
  return chunks
}

/** PNG specification, 9.2: each byte is stored as a difference from its neighbours. */
function unfilter(raw: Buffer, stride: number, height: number, step: number): Buffer {
  const rows = Buffer.alloc(stride * height)
  const byteAt = (row: number, column: number) => (row < 0 || column < 0 ? 0 : rows.readUInt8(row * stride + column))
  for (let row = 0; row < height; row++) {
    const filter = raw.readUInt8(row * (stride + 1))
    for (let column = 0; column < stride; column++) {
      const left = byteAt(row, column - step)
      const up = byteAt(row - 1, column)
      const corner = column < step ? 0 : byteAt(row - 1, column - step)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      if (guess === undefined) throw new Error(`no filter ${filter}`)
      rows.writeUInt8((raw.readUInt8(row * (stride + 1) + 1 + column) + guess) & 255, row * stride + column)
    }
  }
  return rows
}

function paeth(left: number, up: number, corner: number): number {
  const distances = [left, up, corner].map((value) => Math.abs(left + up - corner - value))
  const [toLeft = 0, toUp = 0, toCorner = 0] = distances
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
