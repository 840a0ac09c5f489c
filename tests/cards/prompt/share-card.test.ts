import {
  type Shared,
  shareChannelCard,
  sharedCard,
  sharePreviewCard,
  shareStateCard,
  takenBackCard,
} from '../../../src/cards/prompt/share-card'
import type { Reflection, Share } from '../../../src/records/reflection'
import { locales } from '../../../src/texts'
import { texts } from '../../support/kept'
import { lintCard } from '../lint-card'
import { cards, library, readerIn, strings } from '../sample-cards'

const at = '2026-11-20T13:05:00.000Z'
const there = readerIn('da')
const points = library.points.slice(0, 3)
const shared: Shared = { name: 'Åse <at>x</at>', question: 'Hvad nu?', text: `${'Æ'.repeat(1990)} **x**`, points }
const to = { reflectionId: 'r', channelId: '19:a@thread.tacv2', channel: 'Vest › <at>Alle</at>', revision: 2 }
const reflection: Reflection = {
  id: 'r',
  leaderId: 'l',
  promptId: 'p',
  statementIds: [],
  state: 'answered',
  text: 'Ja',
  shownAt: at,
  createdAt: at,
}
const share = (more: Partial<Share>): Share => ({
  channelId: '19:a',
  name: to.channel,
  revision: 2,
  delivery: 'sent',
  at,
  attempts: 1,
  isTakenBack: false,
  ...more,
})
const shown = (content: Parameters<typeof cards.render>[0]) =>
  strings(cards.render(content).card).map(({ text }) => text)

test.each(locales)('every card of sharing is sound in %s', (locale) => {
  const reader = { texts, locale }
  const many = Array.from({ length: 200 }, (_, i) => ({
    id: `19:${i}@thread.tacv2`,
    teamName: `Team ${i}`,
    name: 'Generelt',
  }))
  const contents = [
    shareChannelCard(reader, 'r', many),
    sharePreviewCard(reader, there, shared, to),
    sharePreviewCard(reader, there, { ...shared, name: '', points: [] }, to),
    sharedCard(there, shared),
    takenBackCard(reader),
    ...(['sending', 'sent', 'failed', 'unknown'] as const).flatMap((delivery) =>
      [true, false].map((isTakenBack) => shareStateCard(reader, reflection, share({ delivery, isTakenBack }))),
    ),
  ]
  const faults = contents.flatMap((content) => lintCard(cards.render(content).card))
  expect(faults).toEqual([])
  for (const content of contents) expect(JSON.stringify(cards.render(content).card)).not.toMatch(/<at>/)
})

test('what others read says whose words the points are in, and labels a pitfall', () => {
  const pitfall = library.points.find(({ kind, framework }) => kind === 'pitfall' && framework === 'skanderborg')
  if (!pitfall) throw new Error('no pitfall')
  const text = shown(sharedCard(there, { ...shared, points: [...points, pitfall] })).join('\n')
  expect(text).toContain(`Faldgrube · Skanderborg › ${pitfall.source}`)
  expect(text.match(/Gengivet med Pejlings egne ord/g)).toHaveLength(1)
  expect(text).not.toContain('siger ledelsesgrundlaget selv')
  expect(shown(sharedCard(there, { ...shared, points: [] })).join()).not.toContain('Gengivet')
})

test('the preview holds word for word what the channel gets, in the channel’s language', () => {
  const preview = shown(sharePreviewCard({ texts, locale: 'en' }, there, shared, to))
  const { body } = cards.render(sharedCard(there, shared)).card
  for (const { text } of strings(body)) expect(preview).toContain(text)
})
