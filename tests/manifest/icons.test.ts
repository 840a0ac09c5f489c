import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconFaults, pngHeader } from '../../src/manifest/png-header'
import { decodePng, type Pixel } from './decode-png'

const folder = join(__dirname, '../../manifest')
const color = readFileSync(join(folder, 'color.png'))
const outline = readFileSync(join(folder, 'outline.png'))
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { accentColor: string }

const hex = ({ red, green, blue }: Pixel) =>
  `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()

/** First and last column and row that hold a pixel of the symbol. */
function box(image: ReturnType<typeof decodePng>, isSymbol: (pixel: Pixel) => boolean) {
  const columns: number[] = []
  const rows: number[] = []
  for (const [at, pixel] of image.pixels.entries()) {
    if (!isSymbol(pixel)) continue
    columns.push(at % image.width)
    rows.push(Math.floor(at / image.width))
  }
  return { left: Math.min(...columns), right: Math.max(...columns), top: Math.min(...rows), bottom: Math.max(...rows) }
}

test('the icons have the sizes Teams asks for', () => {
  expect(iconFaults('color', color)).toEqual([])
  expect(iconFaults('outline', outline)).toEqual([])
  expect(pngHeader(color)).toMatchObject({ width: 192, height: 192 })
  expect(pngHeader(outline)).toMatchObject({ width: 32, height: 32, hasAlpha: true })
})

test('the colour icon is opaque to its corners, on the accent colour', () => {
  const { pixels } = decodePng(color)
  const corners = [0, 191, 192 * 191, 192 * 192 - 1].map((at) => pixels[at] as Pixel)
  expect(pixels.every((pixel) => pixel.alpha === 255)).toBe(true)
  expect(corners.map(hex)).toEqual(Array(4).fill(manifest.accentColor))
})

test('the symbol keeps to the 96 pixels in the middle, where no mask of Teams cuts it', () => {
  const { left, right, top, bottom } = box(decodePng(color), (pixel) => hex(pixel) !== manifest.accentColor)
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(48)
  expect(Math.max(right, bottom)).toBeLessThanOrEqual(143)
  expect(Math.max(right - left, bottom - top)).toBeGreaterThan(85)
})

test('the outline icon is pure white on full transparency, without a margin of its own', () => {
  const image = decodePng(outline)
  const drawn = image.pixels.filter((pixel) => pixel.alpha > 0)
  expect(new Set(drawn.map(hex))).toEqual(new Set(['#FFFFFF']))
  expect(drawn.length).toBeGreaterThan(100)
  expect(image.pixels[0]?.alpha).toBe(0)
  const { left, right, top, bottom } = box(image, (pixel) => pixel.alpha > 0)
  expect(Math.max(left, top, 31 - right, 31 - bottom)).toBeLessThanOrEqual(2)
})

test.each([
  ['text', 'color', Buffer.from('<svg/>'), 'is no PNG'],
  ['an icon of another size', 'outline', color, 'must be 32 x 32 pixels, not 192 x 192'],
  ['an outline without transparency', 'outline', color, 'must have a transparent background'],
] as const)('%s is refused', (_, kind, bytes, fault) => {
  expect(iconFaults(kind, bytes)).toContain(fault)
})
