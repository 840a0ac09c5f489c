import { inflateRawSync } from 'node:zlib'
import { AppError } from '../errors'

const endSize = 22
const entrySize = 46
const localSize = 30
const stored = 0
const deflated = 8

/**
 * The parts of a ZIP file that are wanted, unpacked. What a file says of its own sizes is not believed: nothing is unpacked beyond
 * `mostBytes`, all parts together.
 * @throws AppError `invalid`: `sheet.fault.broken` or `sheet.fault.large`
 */
export function unpackZip(bytes: Buffer, isWanted: (name: string) => boolean, mostBytes: number): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let left = mostBytes
  for (const entry of entriesOf(bytes)) {
    if (!isWanted(entry.name)) continue
    const part = unpack(bytes, entry, left)
    left -= part.length
    parts.set(entry.name, part)
  }
  return parts
}

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  /** Where its own head begins. */
  readonly at: number
}

/** The table of contents, which stands last. */
function* entriesOf(bytes: Buffer): Generator<ZipEntry> {
  const end = bytes.lastIndexOf('PK\u0005\u0006', bytes.length - endSize, 'latin1')
  if (end < 0) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + entrySize > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken()
    const nameLength = bytes.readUInt16LE(at + 28)
    yield {
      name: bytes.toString('utf8', at + entrySize, at + entrySize + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    }
    at += entrySize + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function unpack(bytes: Buffer, { at, method, packed }: ZipEntry, mostBytes: number): Buffer {
  if (at + localSize > bytes.length) throw broken()
  const from = at + localSize + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const data = bytes.subarray(from, from + packed)
  if (method === stored) {
    if (data.length > mostBytes) throw large()
    return data
  }
  if (method !== deflated) throw broken()
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, mostBytes) })
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? large() : broken(cause)
  }
}

function broken(cause?: unknown): AppError {
  return new AppError('invalid', 'The ZIP file is broken', { cause, say: { key: 'sheet.fault.broken' } })
}

function large(): AppError {
  return new AppError('invalid', 'The ZIP file is too large unpacked', { say: { key: 'sheet.fault.large' } })
}
