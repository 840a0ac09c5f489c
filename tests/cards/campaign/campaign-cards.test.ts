import { campaignCard, campaignMoreCard } from '../../../src/cards/campaign/campaign-card'
import { campaignFormCard } from '../../../src/cards/campaign/campaign-form-card'
import {
  type CampaignFormValues,
  closedKinds,
  formSteps,
  plans,
  rhythms,
  stepsOf,
  weekdays,
} from '../../../src/cards/campaign/campaign-form-values'
import type { CampaignFormFields } from '../../../src/cards/campaign/campaign-form-view'
import { campaignListCard } from '../../../src/cards/campaign/campaign-list-card'
import { campaignPreviewCard } from '../../../src/cards/campaign/campaign-preview-card'
import { campaignResendCard } from '../../../src/cards/campaign/campaign-resend-card'
import { campaignUnreachedCard } from '../../../src/cards/campaign/campaign-unreached-card'
import { promptSampleCard } from '../../../src/cards/campaign/prompt-sample-card'
import { seasonCard } from '../../../src/cards/campaign/season-card'
import { seriesCard, seriesRolesCard } from '../../../src/cards/campaign/series-card'
import type { CardContent } from '../../../src/cards/kit/render'
import { levels } from '../../../src/framework/schema'
import { locales } from '../../../src/texts'
import { buttonsOf, fieldsIn, textOf } from '../../support/card-text'
import { texts } from '../../support/kept'
import { lintCard } from '../lint-card'
import { cards, library, readerIn } from '../sample-cards'
import { campaign, channel, counts, everyCount, form, nowMs, occasion, preview } from './sample-campaigns'

const longest = `${'Æ'.repeat(66)} <at>x</at> **`
const reader = readerIn('da')
const states = ['draft', 'running', 'paused', 'cancelled', 'ended'] as const
const whys = [
  'public-holiday',
  'weekend',
  'customary-day',
  'school-holiday',
  'july',
  'own-closed-day',
  'quiet-hours',
] as const
const unreachableWhys = [
  'leaving',
  'no-conversation',
  'not-installed',
  'channel-removed',
  'no-prompt',
  'unreadable',
] as const
const planned = {
  ruleDate: '2026-11-25',
  date: '2026-11-25',
  at: '2026-11-25T11:00:00.000Z',
  why: null,
  holiday: null,
  isPlanned: true,
} as const
const shortage = {
  recipients: 8000,
  inTime: 7500,
  from: '2026-12-01T16:55:00.000Z',
  until: '2026-12-01T17:00:00.000Z',
}
const days = Array.from({ length: 30 }, (_, i) => occasion(`2026-11-${String(30 - i).padStart(2, '0')}`))

function faultsOf(contents: readonly CardContent[]): string[] {
  return contents.flatMap((content) => {
    const { card, summary } = cards.render(content)
    return [...lintCard(card), ...(summary === '' ? ['no summary'] : [])].map((fault) => `${summary}: ${fault}`)
  })
}
const shown = (content: CardContent) => textOf(cards.render(content).card)

const full: CampaignFormValues = {
  ...form,
  name: longest,
  levels: [...levels],
  units: Array.from({ length: 20 }, (_, i) => `${longest} ${i}`),
  closed: [...closedKinds],
  question: 'Ø'.repeat(2000),
  english: 'Ø'.repeat(2000),
  prompts: library.prompts.slice(0, 26).map(({ id }) => id),
  reminders: 2,
  weeks: null,
}
const bank = {
  roles: [{ title: 'Alle', value: 'all' }],
  role: 'all',
  areas: [{ title: 'Alle områder', value: 'all' }],
  area: 'all',
  page: library.prompts.slice(0, 6),
  number: 1,
  pages: 9,
}

const formWith = (more: Partial<CampaignFormValues>, fields: Partial<CampaignFormFields> = {}, channels = 0) =>
  campaignFormCard({
    ...reader,
    campaignId: 'cabc123def456',
    step: 'who',
    isNew: true,
    form: { ...form, ...more },
    channels: Array.from({ length: channels }, (_, i) => channel(i, { name: longest, teamName: longest })),
    ...fields,
  })

test.each(locales)(
  'every card of the form is sound in %s: empty, full, with no channel, with 200 of the longest names and with more',
  (locale) => {
    const of = (step: (typeof formSteps)[number], more: Partial<CampaignFormValues>, channels = 0, isNew = true) =>
      formWith(more, { step, isNew, reader, locale, ...(step === 'which' && { bank }) } as never, channels)
    expect(
      faultsOf([
        ...formSteps.flatMap((step) => [
          of(step, {}),
          of(step, full, 1, false),
          of(step, { ...full, channels: [channel(240).id] }, 250),
          of(step, { ...full, framework: 'kept', every: 'kept', plan: 'kept' }, 200),
          of(step, { ...form, framework: 'skanderborg', units: ['Skole, nord'] }, 60, false),
        ]),
        ...plans.flatMap((plan) => [of('what', { plan }), of('which', { ...full, plan })]),
        of('which', { plan: 'areas', framework: 'skanderborg' }),
        ...weekdays.map((weekday) => of('when', { weekday, framework: 'none' }, 2)),
        ...rhythms.map((every) => of('when', { every })),
      ]),
    ).toEqual([])
  },
)

test('of more channels than a message holds, those chosen are offered', () => {
  const many = Array.from({ length: 250 }, (_, i) => channel(i))
  const chosen = channel(249).id
  const offered = (more: Partial<CampaignFormValues>) =>
    JSON.stringify(cards.render(formWith({ channels: [chosen], ...more }, { channels: many })).card)
  expect(offered({})).toContain(`"value":"${chosen}"}`)
  expect(offered({}).match(/@thread.tacv2"}/g)).toHaveLength(200)
  const beside = offered({ plan: 'own', question: 'x'.repeat(2000) })
  expect(beside).toContain(`"value":"${chosen}"}`)
  expect(beside.match(/@thread.tacv2"}/g)?.length).toBeLessThan(200)
})

test('the form has three steps, and asks which only where there is something to choose', () => {
  expect(plans.filter((plan) => stepsOf(plan).includes('which'))).toEqual(['areas', 'chosen', 'own'])
  const shownAt = (step: (typeof formSteps)[number]) => shown(formWith({}, { step })).split('\n')[1]
  expect([shownAt('who'), shownAt('what'), shownAt('when')]).toEqual([
    'Trin 1 af 3: Hvem?',
    'Trin 2 af 3: Hvad?',
    'Trin 3 af 3: Hvornår?',
  ])
})

test('every card carries what was typed in the others, and nothing of its own twice', () => {
  const typed = { name: 'Ugens', framework: 'odder', question: 'Hvad nu?', plan: 'own' as const, time: '10:15' }
  for (const step of stepsOf('own')) {
    const { card } = cards.render(formWith(typed, { step }))
    const fields = fieldsIn(card)
    for (const { data } of buttonsOf(card).filter(({ verb }) => verb !== 'campaign.leave')) {
      expect({ ...data, ...fields }).toMatchObject({ ...typed, step, campaignId: 'cabc123def456' })
      expect(Object.keys(data).filter((name) => name in fields)).toEqual([])
    }
  }
})

test('the bank numbers what is chosen, in its order, and ticks what of it is on the page', () => {
  const [one, two] = library.prompts.slice(0, 2).map(({ id }) => id)
  const elsewhere = library.prompts.at(-1)
  const prompts = [elsewhere?.id ?? '', two ?? '']
  const content = formWith({ plan: 'chosen', prompts }, { step: 'which', bank })
  expect(shown(content)).toContain(`Du har valgt:\n1. ${elsewhere?.text.slice(0, 20)}`)
  const { card } = cards.render(content)
  expect(fieldsIn(card)).toMatchObject({ picked: two })
  expect(JSON.stringify(card)).toContain(`"value":"${one}"`)
})

test.each(locales)(
  'the preview is sound in %s, with every reason, the longest names and nobody to send to',
  (locale) => {
    const dates = whys.flatMap((why) => [
      { ruleDate: '2026-12-25', date: null, at: null, why, holiday: null },
      { ruleDate: '2026-12-25', date: '2026-12-28', at: '2026-12-28T08:00:00.000Z', why, holiday: longest },
    ])
    const unreachable = Array.from({ length: 50 }, (_, i) => ({
      id: `${i}`,
      name: i % 2 === 0 ? longest : '',
      why: unreachableWhys[i % unreachableWhys.length] ?? 'leaving',
    }))
    const named = campaign({ name: longest })
    const of = (more: Partial<typeof preview>, state: (typeof states)[number] = 'draft') =>
      campaignPreviewCard({ ...reader, locale, campaign: { ...named, state }, preview: { ...preview, ...more }, nowMs })
    const nobody = {
      dates: [],
      leaders: 0,
      channels: 0,
      newcomers: 0,
      unreachable: [],
      unreachableCount: 0,
      away: null,
      sample: undefined,
    }
    expect(
      faultsOf([
        ...states.map((state) => of({}, state)),
        of({ dates, unreachable, unreachableCount: 9000, leaders: 50_000 }),
        of({ sample: { promptId: library.prompts[0]?.id ?? '', framework: 'odder' } }),
        of(nobody),
        of({ dates: [planned, ...preview.dates], shortage }, 'running'),
        of({ runOut: { kind: 'again', prompts: 6, times: 12 } }),
        of({
          runOut: {
            kind: 'short',
            times: 12,
            roles: Array.from({ length: 9 }, () => ({ framework: 'skanderborg', role: 'kontraktholder', prompts: 4 })),
          },
        }),
      ]),
    ).toEqual([])
  },
)

test('of those who chose not to be reached the preview tells a number, and under five not even that', () => {
  const of = (more: Partial<typeof preview>) =>
    shown(campaignPreviewCard({ ...reader, campaign: campaign({}), preview: { ...preview, ...more }, nowMs }))
  const said = 'Holder pause, har sagt nej til spørgsmål eller har fjernet Pejling:'
  expect(of({ away: 7 })).toContain(`${said} 7`)
  expect(of({ away: null })).toContain(`${said} vises først fra 5`)
  expect(of({ away: null, leaders: 0 })).not.toContain(said)
})

test('a draft for nobody, or without a date, is to be mended: it offers no start that would be refused', () => {
  const verbsOf = (more: Partial<typeof preview>) =>
    buttonsOf(
      cards.render(campaignPreviewCard({ ...reader, campaign: campaign(), preview: { ...preview, ...more }, nowMs }))
        .card,
    ).map(({ verb }) => verb)
  expect(verbsOf({})).toEqual(['campaign.start', 'campaign.edit', 'campaign.sample', 'campaign.drop'])
  expect(verbsOf({ leaders: 0, channels: 0 })).toEqual(['campaign.edit', 'campaign.sample', 'campaign.drop'])
  expect(verbsOf({ dates: [] })).toEqual(['campaign.edit', 'campaign.sample', 'campaign.drop'])
})

test('the preview says what is planned already and is sent as it was, and from when the change counts', () => {
  const running = campaign({ state: 'running' })
  const of = (dates: typeof preview.dates) =>
    shown(campaignPreviewCard({ ...reader, campaign: running, preview: { ...preview, dates }, nowMs }))
  const said = of([planned, ...preview.dates])
  expect(said).toContain('Onsdag den 25. november kl.\u00a012.00, sendes som planlagt\nTirsdag den 1. december')
  expect(said).toContain('Ændringen gælder fra gangen efter.')
  expect(of(preview.dates)).toContain('Ændringen er gemt og gælder fra næste gang, der sendes.')
})

test('the preview says with numbers where there is no time for everybody', () => {
  const of = (more: Partial<typeof preview>, locale: 'da' | 'en' = 'da') =>
    shown(campaignPreviewCard({ ...reader, locale, campaign: campaign(), preview: { ...preview, ...more }, nowMs }))
  expect(of({ shortage })).toContain(
    'Der er ikke tid til alle\nFra kl.\u00a017.55 til kl.\u00a018.00 kan der sendes til 7.500 af 8.000 modtagere.',
  )
  expect(of({ shortage }, 'en')).toContain('From 17:55 to 18:00 there is time to send to 7,500 of 8,000 recipients.')
  expect(of({})).not.toContain('tid til alle')
})

test('the preview says in words what is moved or skipped and why, and who is not reached', () => {
  const said = shown(campaignPreviewCard({ ...reader, campaign: campaign(), preview, nowMs }))
  expect(said).toContain('Tirsdag den 1. december kl.\u00a009.00\n')
  expect(said).toContain('Mandag den 28. december kl.\u00a009.00, flyttet fra fredag den 25. december: 1. juledag')
  expect(said).toContain('Tirsdag den 6. juli 2027: springes over, juli')
  expect(said).toContain('132 ledere og 1 kanal')
  expect(said).not.toContain('Heraf dig selv')
  const own = { ...preview, leaders: 1, channels: 0, isForCaller: true }
  expect(shown(campaignPreviewCard({ ...reader, campaign: campaign(), preview: own, nowMs }))).toContain(
    '1 leder\nHeraf dig selv',
  )
  expect(said).toContain('Kan ikke nås i dag: 3\nSøren Østergaard: Teams kunne ikke åbne en chat')
  expect(said).toContain('Uden navn: har ikke installeret Pejling')
  expect(said).toContain(
    '132 ledere og 1 kanal\nHeraf møder 12 Pejling for første gang. Det kræver, at appen er installeret.',
  )
})

test.each(locales)(
  'one campaign is sound in %s in every state, without and with many occasions of every outcome',
  (locale) => {
    const contents = states.flatMap((state) =>
      [[], [counts()], [counts({ failed: 1 })], [counts({ pending: 1 })], days.map(() => everyCount)].map((each) =>
        campaignCard({
          ...reader,
          locale,
          nowMs,
          status: {
            campaign: campaign({ state, name: longest }),
            nextSendAt: state === 'running' ? '2026-12-01T08:00:00.000Z' : null,
            occasions: each.map((of, i) => ({
              occasion: days[i] ?? occasion('2026-11-01'),
              counts: of,
              away: 0,
              remindedLeaders: 0,
            })),
          },
        }),
      ),
    )
    expect(faultsOf(contents)).toEqual([])
  },
)

test('an occasion’s counts are said in words, and only those there are', () => {
  const of = (some: ReturnType<typeof counts>) =>
    shown(
      campaignCard({
        ...reader,
        nowMs,
        status: {
          campaign: campaign({ state: 'running' }),
          nextSendAt: null,
          occasions: [{ occasion: occasion('2026-11-24'), counts: some, away: 0, remindedLeaders: 0 }],
        },
      }),
    )
  expect(of(counts({ sent: 120, failed: 2, unreachable: 10 }))).toContain(
    'Tirsdag den 24. november\n120 af 132 sendt. 2 fejlede og 10 kunne ikke nås.',
  )
  expect(of(counts({ sent: 3 }))).toContain('3 af 3 sendt.\n')
  expect(of(counts())).toContain('Ingen modtagere')
})

test('a campaign that is paused says what waits, until when, and what does not come afterwards', () => {
  const of = (some: ReturnType<typeof counts>, state: 'running' | 'paused' = 'paused') =>
    shown(
      campaignCard({
        ...reader,
        nowMs,
        status: {
          campaign: campaign({ state }),
          nextSendAt: null,
          occasions: [{ occasion: occasion('2026-12-01'), counts: some, away: 0, remindedLeaders: 0 }],
        },
      }),
    )
  const waits = 'Det, der venter, bliver sendt, hvis du fortsætter inden tirsdag den 1. december kl.\u00a009.00.'
  expect(of(counts({ sent: 100, pending: 20 }))).toContain(waits)
  expect(of(counts({ sent: 100, pending: 20 }))).toContain('Datoer, der falder i pausen, bliver ikke sendt bagefter')
  expect(of(counts({ sent: 120 }))).not.toContain('Det, der venter')
  expect(of(counts({ sent: 100, pending: 20 }), 'running')).not.toMatch(/Det, der venter|falder i pausen/)
})

test.each(locales)('the list is sound in %s: none, one, and pages of many with the longest names', (locale) => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    campaign: campaign({ id: `cabc123def${100 + i}`, name: longest, state: states[i % states.length] ?? 'draft' }),
    nextSendAt: '2026-12-01T08:00:00.000Z',
    last: i % 2 === 0 ? { occasion: occasion('2026-11-24'), counts: everyCount, away: 0, remindedLeaders: 0 } : null,
    approval: (['none', 'waits', 'open'] as const)[i % 3] ?? 'none',
  }))
  const of = (campaigns: typeof many, page = 0, pages = 1) =>
    campaignListCard({ texts, locale, campaigns, page, pages, nowMs })
  expect(
    faultsOf([of([]), of(many.slice(0, 1)), of(many.slice(0, 8), 0, 8), of(many.slice(8, 16), 1, 8), of(many, 7, 8)]),
  ).toEqual([])
})

test('a long name is cut in the list’s choice where no emoji falls apart', () => {
  const name = `${'Æ'.repeat(57)}👩‍👩‍👧 og flere`
  const campaigns = [{ campaign: campaign({ name }), nextSendAt: null, last: null, approval: 'none' as const }]
  const { card } = cards.render(campaignListCard({ texts, locale: 'da', campaigns, page: 0, pages: 1, nowMs }))
  expect(JSON.stringify(card)).toContain(`"title":"${'Æ'.repeat(57)} …"`)
})

test.each(locales)('sending again is sound in %s, for what failed and what is unknown', (locale) => {
  const of = (all: readonly ReturnType<typeof counts>[]) =>
    campaignResendCard({
      ...reader,
      locale,
      nowMs,
      status: {
        campaign: campaign({ state: 'running', name: longest }),
        nextSendAt: null,
        occasions: all.map((each, i) => ({
          occasion: days[i] ?? occasion('2026-11-01'),
          counts: each,
          away: 0,
          remindedLeaders: 0,
        })),
      },
    })
  expect(faultsOf([of([counts({ failed: 1 })]), of([counts({ unknown: 1 })]), of(days.map(() => everyCount))])).toEqual(
    [],
  )
})

test.each(locales)('a sample is sound in %s: a prompt of the framework, one of HR’s own, and none', (locale) => {
  const prompt = library.prompts.find(({ id }) => id.startsWith('skanderborg/kontraktholder/'))
  const profile = { framework: 'skanderborg', role: 'kontraktholder' }
  const made = { campaign: campaign({ name: longest }), number: 2, date: '2026-12-15', who: 0, profiles: 3, profile }
  const own = { promptId: 'own', statementIds: [], question: longest }
  const given = { promptId: prompt?.id ?? '', statementIds: prompt?.statements ?? [] }
  const of = (more: object) =>
    promptSampleCard({ ...reader, locale, nowMs, sample: { ...made, prompt: given, ...more } })
  const all = [
    of({}),
    of({ prompt: own, profile: null, profiles: 0, number: 0 }),
    of({ prompt: undefined, date: null }),
  ]
  expect(faultsOf(all)).toEqual([])
  expect(buttonsOf(cards.render(of({})).card).map(({ verb }) => verb)).not.toContain('prompt.answer')
})

test.each(locales)('what more can be done with a campaign stands on a card of its own, sound in %s', (locale) => {
  const of = (state: (typeof states)[number]) => ({
    ...reader,
    locale,
    nowMs,
    status: {
      campaign: campaign({ state, name: longest }),
      nextSendAt: null,
      occasions: [{ occasion: occasion('2026-11-24'), counts: counts({ failed: 1 }), away: 0, remindedLeaders: 0 }],
    },
  })
  expect(faultsOf(states.map((state) => campaignMoreCard(of(state))))).toEqual([])
  const full = of('running')
  const [old] = full.status.occasions
  if (!old) throw new Error('no occasion')
  const most = {
    ...full,
    status: {
      ...full.status,
      approval: 'open' as const,
      occasions: [{ ...old, counts: counts({ failed: 1, sent: 2, unknown: 1 }) }],
    },
  }
  const cardsOfAll = [campaignCard(most), campaignMoreCard(most), campaignMoreCard(most, 1), campaignMoreCard(most, 2)]
  expect(faultsOf(cardsOfAll)).toEqual([])
  const pages = cardsOfAll.map((content) => buttonsOf(cards.render(content).card).map(({ verb }) => verb))
  const passed = pages.findIndex((verbs) => !verbs.includes('campaign.more'))
  const reached = pages.slice(0, passed + 1)
  for (const verbs of reached.slice(1)) expect(verbs.at(-1)).toBe('campaign.show')
  const done = reached.flat().filter((verb) => verb !== 'campaign.more' && verb !== 'campaign.show')
  expect(done).toEqual([
    'campaign.toApprove',
    'campaign.pause',
    'campaign.askResend',
    'campaign.unreached',
    'campaign.edit',
    'campaign.askCallBack',
    'campaign.askCancel',
    'campaign.sample',
    'campaign.copy',
  ])
})

test('a channel that is not reached is called what the form called it, and a retry says when it was and what it needs first', () => {
  const removed = (name: string) => ({
    recipient: { id: '19:x@thread.tacv2', kind: 'channel' as const },
    name,
    channel: { id: '19:x@thread.tacv2', teamName: 'Ledergruppen', name },
    state: 'unreachable' as const,
    reason: 'channel-removed',
    triedAt: '2026-11-24T09:32:00.000Z',
  })
  const of = (lines: Parameters<typeof campaignUnreachedCard>[0]['unreached']['lines']) =>
    campaignUnreachedCard({
      ...reader,
      nowMs,
      unreached: {
        campaign: campaign({ state: 'running' }),
        occasion: occasion('2026-11-24'),
        lines,
        counts: counts({ unreachable: lines.length }),
        away: 0,
        remindedLeaders: 0,
      },
    })
  const said = shown(of([removed(''), removed('Ugens refleksion')]))
  expect(said).toContain('Ledergruppen – Generelt: Pejling er fjernet fra kanalens team')
  expect(said).toContain('Ledergruppen – Ugens refleksion: Pejling er fjernet fra kanalens team')
  expect(said).toContain('Senest forsøgt: tirsdag den 24. november kl.\u00a010.32')
  expect(said).toContain('hjælper Prøv igen først')
  const failed = { ...removed('Nyt'), state: 'failed' as const, reason: 'rejected' }
  expect(shown(of([failed]))).not.toContain('hjælper Prøv igen først')
  const unreachable = [{ ...removed(''), id: '19:x@thread.tacv2', why: 'channel-removed' as const }]
  const before = { ...preview, unreachable, unreachableCount: 1 }
  expect(shown(campaignPreviewCard({ ...reader, campaign: campaign(), preview: before, nowMs }))).toContain(
    'Ledergruppen – Generelt: Pejling er fjernet',
  )
})

test.each(locales)('the ready-made series and their roles are sound in %s', (locale) => {
  const view = { ...reader, locale }
  const all = ['skanderborg', 'soro', 'findes-ikke'].flatMap((framework) =>
    (['newInRole', 'twoSides'] as const).map((name) => seriesRolesCard(view, name, framework)),
  )
  expect(faultsOf([seriesCard(view), ...all])).toEqual([])
})

test.each(locales)(
  'the year is sound in %s: empty, and full of what is moved, skipped and falls on one day',
  (locale) => {
    const dates = Array.from({ length: 90 }, (_, i) => ({
      campaign: campaign({ id: `c${i}`, name: longest, state: 'running' }),
      ruleDate: '2026-12-25',
      date: i % 3 === 0 ? null : '2026-12-28',
      at: i % 3 === 0 ? null : '2026-12-28T08:00:00.000Z',
      why: 'public-holiday' as const,
      holiday: longest,
      prompt: { promptId: library.prompts[i]?.id ?? '' },
    }))
    const of = (season: Parameters<typeof seasonCard>[0]['season']) => seasonCard({ ...reader, locale, season, nowMs })
    const whom = { framework: 'skanderborg', role: 'kontraktholder' }
    expect(
      faultsOf([
        of({ dates: [], collisions: new Set(), whom: null, month: null }),
        of({ dates, collisions: new Set(['2026-12-28']), whom: null, month: null }),
        of({ dates, collisions: new Set(), whom, month: '2026-12' }),
      ]),
    ).toEqual([])
  },
)
