import { notice } from '../../../src/cards/kit/notice-card'
import { hrDeskCard } from '../../../src/cards/leader/hr-desk-card'
import {
  hrAnswerCard,
  hrClosedCard,
  hrFormCard,
  hrPreviewCard,
  hrStateCard,
} from '../../../src/cards/leader/hr-request-card'
import { pauseChoiceCard, pausedCard, stoppedCard } from '../../../src/cards/leader/pause-card'
import { personalDataCard } from '../../../src/cards/leader/personal-data-card'
import { eraseCard, privacyCard } from '../../../src/cards/leader/privacy-card'
import type { HrRequest } from '../../../src/records/hr-request'
import { locales } from '../../../src/texts'
import { lintCard } from '../lint-card'
import { cards, readerIn } from '../sample-cards'

const at = '2026-03-10T08:00:00.000Z'
const words = `${'Æ'.repeat(1990)} <at>x`
const processing = {
  retentionMonths: 18,
  profileMonths: 24,
  contact: 'HR',
  controller: 'Vestby Kommune',
  dpo: '',
  legalBasis: '',
  processors: '',
  archive: '',
}
const unstated = { ...processing, contact: '', controller: '', dpo: 'DPO' }

const request = (more: Partial<HrRequest> = {}): HrRequest => ({
  id: 'r',
  tenantId: 't',
  leaderId: 'l',
  name: 'Ea',
  text: words,
  state: 'new',
  delivery: 'sent',
  sendingSince: at,
  hrCard: null,
  remindAt: null,
  leaderCardId: null,
  answers: [],
  handlerId: null,
  handlerName: '',
  createdAt: at,
  ...more,
})

const deliveries = ['sending', 'sent', 'failed', 'unknown'] as const
const requests = (['new', 'taken', 'closed'] as const).flatMap((state) =>
  deliveries.flatMap((delivery) => [
    request({ state, delivery }),
    request({ state, delivery, handlerName: 'Bo', name: '', answers: [{ at, text: words, delivery }] }),
  ]),
)

test.each(locales)('every card of pause, privacy and HR is sound in %s', (locale) => {
  const reader = readerIn(locale)
  const contents = [
    pauseChoiceCard(reader),
    pausedCard(reader, { from: null, until: '2026-08-01' }, '2026-03-10', true),
    stoppedCard(reader),
    ...[true, false].flatMap((isPersonal) => [
      privacyCard({ ...reader, processing, isPersonal, hasHelpDesk: true }),
      privacyCard({ ...reader, processing: unstated, isPersonal, hasHelpDesk: false }),
    ]),
    ...(['text', 'json'] as const).flatMap((form) => [0, 1].map((page) => personalDataCard(reader, form, page, 2))),
    eraseCard({ ...reader, reflections: 3, messages: 0, answers: 1 }),
    hrFormCard(reader, ''),
    hrFormCard(reader, words),
    hrPreviewCard(reader, { id: 'r', name: '', text: words }),
    ...requests.flatMap((each) => [hrStateCard(reader, each), hrDeskCard(reader, each)]),
    ...requests.map((each) => hrClosedCard(reader, each)),
    ...requests.filter(({ answers }) => answers.length > 0).map((each) => hrAnswerCard(reader, each, 0)),
    notice(reader, 'pauseOver'),
  ]
  const faults = contents.flatMap((content) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary === '' ? ['no summary'] : [])].map((fault) => `${summary}: ${fault}`)
  })
  expect(faults).toEqual([])
})
