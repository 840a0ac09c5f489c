import { noticeCard } from '../../../src/cards/kit/notice-card'
import { createSheets } from '../../../src/chat/views/sheets'
import type { HelpRequest } from '../../../src/records/help-request'
import { leaderSchema } from '../../../src/records/leader'
import { locales } from '../../../src/texts'
import { lintCard } from '../lint-card'
import { cards, library, texts } from '../sample-cards'

const sheets = createSheets(library, texts)
const at = '2026-03-10T08:00:00.000Z'
const words = `${'Æ'.repeat(1990)} <at>x`
const config = {
  locale: 'da',
  timeZone: 'Europe/Copenhagen',
  retentionMonths: 18,
  contact: 'HR',
  controller: 'Vestby Kommune',
  dpo: '',
  legalBasis: '',
  hrIds: [],
  hrConversation: '19:hr',
} as const

const request = (more: Partial<HelpRequest> = {}): HelpRequest => ({
  id: 'r',
  tenantId: 't',
  leaderId: 'l',
  name: 'Ea',
  text: words,
  state: 'new',
  delivery: 'sent',
  sendingSince: at,
  hrCard: null,
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
  const made = leaderSchema.parse({ id: 'l', tenantId: 't', locale, createdAt: at, updatedAt: at })
  const leader = { ...made, pausedUntil: '2026-08-01' }
  const contents = [
    sheets.pauseAsked(leader),
    sheets.paused(leader, '2026-03-10'),
    sheets.stopped(leader),
    ...[true, false].flatMap((isPersonal) => [
      sheets.privacy(leader, config, isPersonal),
      sheets.privacy(leader, { ...config, contact: '', controller: '', dpo: 'DPO', hrConversation: '' }, isPersonal),
    ]),
    ...(['text', 'json'] as const).flatMap((form) => [0, 1].map((page) => sheets.dataPage(leader, form, page, 2))),
    sheets.eraseAsked(leader, { reflections: 3, helpRequests: 0, answers: 1 }),
    sheets.helpForm(leader, ''),
    sheets.helpForm(leader, words),
    sheets.helpPreview(leader, { id: 'r', name: '', text: words }),
    ...requests.flatMap((each) => [sheets.helpState(leader, each), sheets.helpDesk({ ...config, locale }, each)]),
    ...requests.map((each) => sheets.helpClosed(leader, each)),
    ...requests.filter(({ answers }) => answers.length > 0).map((each) => sheets.helpAnswer(leader, each, 0)),
    noticeCard({ locale, title: texts(locale, 'pauseOver.title'), text: texts(locale, 'pauseOver.text') }),
  ]
  const faults = contents.flatMap((content) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary === '' ? ['no summary'] : [])].map((fault) => `${summary}: ${fault}`)
  })
  expect(faults).toEqual([])
})
