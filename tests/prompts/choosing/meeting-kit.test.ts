import { idParts } from '../../../src/framework/schema'
import { type MeetingWish, meetingFor, openingPoints } from '../../../src/prompts/choosing/meeting-kit'
import { readMeeting } from '../../../src/prompts/choosing/read-meeting'
import { knowledge } from '../../support/kept'

const known = knowledge
const { library } = known
const wish: MeetingWish = { topic: '', framework: null, group: null, locale: 'da', shown: [], seed: 's' }
const made = (more: Partial<MeetingWish>) => {
  const meeting = meetingFor(known, { ...wish, ...more })
  if (meeting.status !== 'made') throw new Error(meeting.status)
  return meeting.kit
}

test.each([
  ['kerteminde', 'mod', true],
  ['odder', 'tillid', false],
  ['skanderborg', 'tillid', true],
  ['skanderborg', 'samarbejde på tværs', true],
  ['sonderborg', 'feedback', false],
  ['soro', 'tillid', false],
] as const)(
  'a meeting in %s about %s is made of its own points, with a pitfall only where it names some',
  (framework, topic, hasPitfall) => {
    const { promptId, roundId, pitfallId } = made({ framework, topic })
    const prompt = library.prompt(promptId)
    const opening = prompt ? openingPoints(library, prompt) : []
    expect(prompt?.private).toBe(false)
    expect(opening.length).toBeGreaterThan(0)
    expect(opening.map(({ id }) => id)).not.toContain(roundId)
    expect([...opening.map(({ id }) => id), roundId ?? ''].map((id) => idParts(id).framework)).toEqual(
      [...opening, roundId].map(() => framework),
    )
    expect(library.point(roundId ?? '')?.kind).not.toBe('pitfall')
    expect(library.point(pitfallId ?? '')?.kind).toBe(hasPitfall ? 'pitfall' : undefined)
  },
)

const groups = library.frameworks.flatMap(({ slug, roles }) =>
  roles.flatMap((role) => (role.group && role.level !== 'employee' ? [[slug, role.slug, role.level] as const] : [])),
)
test.each(groups)(
  'without a topic %s’s %s takes up what it shares, with a pitfall of its level',
  (framework, group, level) => {
    const { promptId, roundId, pitfallId } = made({ framework, group })
    expect([promptId, roundId ?? ''].map((id) => idParts(id).role)).toEqual([group, group])
    const role = library.point(pitfallId ?? '')?.role ?? ''
    expect(library.role(framework, role)?.level ?? level).toBe(level)
  },
)

test('what was talked of comes again only when all has been', () => {
  const first = made({ framework: 'skanderborg', group: 'direktion' })
  const shown = [{ promptId: first.promptId, at: '2026-10-01T08:00:00.000Z' }]
  expect(made({ framework: 'skanderborg', group: 'direktion', shown }).promptId).not.toBe(first.promptId)
})

test.each(library.frameworks.map(({ slug }) => slug))(
  'without a topic or a group three themes are offered in %s, each with a meeting',
  (framework) => {
    const meeting = meetingFor(known, { ...wish, framework })
    const themes = meeting.status === 'ask' ? meeting.themes : []
    expect(themes).toHaveLength(3)
    for (const topic of themes) expect(idParts(made({ framework, topic }).promptId).framework).toBe(framework)
  },
)

test('what no framework speaks of is no meeting, and what there is one on is offered', () => {
  const meeting = meetingFor(known, { ...wish, framework: 'odder', topic: 'kvantecomputere' })
  const themes = meeting.status === 'none' ? meeting.themes : []
  expect(themes.length).toBeGreaterThan(0)
  for (const topic of themes) expect(made({ framework: 'odder', topic }).promptId).toMatch(/^odder/)
})

// Everything else is a question, or another command.
test.each([
  ['forbered ledermøde om tillid', '', 'tillid'],
  ['kan du forberede et ledermøde om feedback?', '', 'feedback'],
  ['forbered et møde i direktionen om tillid', 'i direktionen', 'tillid'],
  ['forbered et møde i direktionen', 'i direktionen', ''],
  ['lav en dagsorden til vores næste ledermøde om arbejdsmiljø', '', 'arbejdsmiljø'],
  ['dagsorden om samarbejde på tværs', '', 'samarbejde på tværs'],
  ['mødeoplæg', '', ''],
  ['forbered vores ledermøde på torsdag', 'på torsdag', ''],
  ['prepare a leadership meeting about trust', '', 'trust'],
  ['forbered et møde med en medarbejder om sygefravær', undefined, undefined],
  ['hvordan forbereder jeg et ledermøde', undefined, undefined],
  ['hvad siger grundlaget om møder', undefined, undefined],
  ['forbered min LUS', undefined, undefined],
])('“%s” asks for a meeting held “%s” about “%s”', (text, where, topic) => {
  const command = known.readCommand(text)
  const meeting = command?.name === 'meeting' ? readMeeting(command.rest) : undefined
  expect([meeting?.where, meeting?.topic]).toEqual([where, topic])
})
