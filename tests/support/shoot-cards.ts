import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Intent } from '../../src/answers/intent'
import type { Profile } from '../../src/answers/profile'
import { ask, renderAnswer } from '../cards/sample-cards'
import { openGallery } from './card-gallery'

// Pictures of answers, light and dark, wide and narrow: `npx tsx tests/support/shoot-cards.ts [folder]`.

const shots: readonly (readonly [string, Intent, Profile])[] = [
  ['long-list', 'expectations', { framework: 'skanderborg', role: 'kontraktholder' }],
  ['pitfalls', 'pitfalls', { framework: 'skanderborg', role: 'kontraktholder' }],
  ['inspiration', 'pitfalls', { framework: 'sonderborg', role: 'leder-af-ledere' }],
  ['search', 'topic', { framework: 'skanderborg' }],
  ['transition', 'transition', { framework: 'skanderborg' }],
  ['help', 'help', {}],
]

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const gallery = await openGallery()
  for (const [name, intent, profile] of shots) {
    const { card } = renderAnswer(ask(intent, profile), 'da')
    for (const theme of ['light', 'dark'] as const)
      for (const width of [700, 400])
        await gallery.shoot({ card, theme, width }, join(folder, `${name}-${theme}-${width}.png`))
  }
  await gallery.close()
}

void main(process.argv[2] ?? join(tmpdir(), 'cards-shots'))
