const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Size in pixels and whether there is an alpha channel; undefined where the bytes are no PNG. */
export type PngHeader = { width: number; height: number; hasAlpha: boolean }

/** Reads a PNG's first chunk, IHDR (PNG specification, 11.2.1). */
export function pngHeader(bytes: Buffer): PngHeader | undefined {
  const isPng =
    bytes.length >= 33 && bytes.subarray(0, 8).equals(signature) && bytes.toString('latin1', 12, 16) === 'IHDR'
  if (!isPng) return undefined
  const colourType = bytes.readUInt8(25)
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    hasAlpha: colourType === 4 || colourType === 6,
  }
}

/** What Teams would refuse in an icon. Sizes: learn.microsoft.com, "Teams app package", App icons. */
export function iconFaults(kind: 'color' | 'outline', bytes: Buffer): string[] {
  const header = pngHeader(bytes)
  if (!header) return ['is no PNG']
  const size = kind === 'color' ? 192 : 32
  const faults: string[] = []
  if (header.width !== size || header.height !== size)
    faults.push(`must be ${size} x ${size} pixels, not ${header.width} x ${header.height}`)
  if (kind === 'outline' && !header.hasAlpha) faults.push('must have a transparent background')
  return faults
}
