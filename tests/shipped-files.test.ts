import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { allLeaders, idParts, type Kind } from '../src/framework/schema'
import { dataDir } from '../src/paths'
import { fittingChannelPrompts, fittingPrompts } from '../src/prompts/choosing/fitting-prompts'
import { loadLexicon } from '../src/search/lexicon'
import { knowledge, texts } from './support/kept'

const root = join(__dirname, '..')
const { library } = knowledge
const { points, prompts } = library

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

const ofKind = (...kinds: Kind[]) => points.filter((point) => kinds.includes(point.kind))
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id)

describe('frameworks', () => {
  test('the five hold 551 points, as many of each as their documents', () => {
    expect(countBy(points, (point) => point.framework)).toEqual({
      sonderborg: 103,
      soro: 57,
      odder: 55,
      skanderborg: 277,
      kerteminde: 59,
    })
    expect(countBy(points, (point) => point.kind)).toEqual({
      behaviour: 335,
      pitfall: 26,
      'shared-task': 33,
      principle: 34,
      definition: 44,
      question: 3,
      value: 9,
      requirement: 29,
      context: 38,
    })
    expect(new Set(idsOf(points)).size).toBe(551)
  })

  test('the numbers of a role’s area run from 1 without a gap', () => {
    const numbers = new Map<string, number[]>()
    for (const { framework, role, area, n } of points) {
      const key = `${framework}/${role}/${area}`
      numbers.set(key, [...(numbers.get(key) ?? []), n])
    }
    for (const [key, found] of numbers) expect([key, ...found]).toEqual([key, ...found.map((_, i) => i + 1)])
  })

  test('every role and every area that is declared is spoken of', () => {
    for (const framework of library.frameworks) {
      const spokenOf = new Set(framework.statements.map(({ id }) => id.split('/')[2]))
      expect(framework.areas.filter(({ slug }) => !spokenOf.has(slug))).toEqual([])
      if (framework.profile === 'common') continue
      for (const { slug } of framework.roles)
        expect(library.select({ framework: framework.slug, role: slug })).not.toEqual([])
    }
  })

  test('a behaviour and a pitfall speak to one person, or to all where the document says "we"; a shared task to a group', () => {
    const together = library.frameworks.filter(({ speaksTo }) => speaksTo === 'together').map(({ slug }) => slug)
    expect(together).toEqual(['odder'])
    const spoken = (framework: string) => (together.includes(framework) ? 'I ' : 'Du ')
    const others = ofKind('behaviour', 'pitfall').filter(({ framework, text }) => !text.startsWith(spoken(framework)))
    expect(idsOf(others)).toEqual([])
    expect(idsOf(ofKind('shared-task').filter(({ text }) => !text.startsWith('I ')))).toEqual([])
    const groups = ofKind('shared-task').map((point) => library.role(point.framework, point.role)?.group)
    expect(new Set(groups)).toEqual(new Set([true]))
  })

  test('a pitfall can be recognised and answered, by points of the same role that are no pitfalls', () => {
    for (const pitfall of ofKind('pitfall')) {
      expect([pitfall.id, pitfall.signs?.length]).toEqual([pitfall.id, expect.any(Number)])
      expect([pitfall.id, pitfall.answeredBy?.length]).toEqual([pitfall.id, expect.any(Number)])
      for (const answer of (pitfall.answeredBy ?? []).map((id) => library.point(id)))
        expect([answer?.framework, answer?.role, answer?.kind === 'pitfall']).toEqual([
          pitfall.framework,
          pitfall.role,
          false,
        ])
    }
  })

  test('the pitfalls of employees sound as they say it and as their leader tells of them', () => {
    const ofEmployees = ofKind('pitfall').filter(
      ({ framework, role }) => library.role(framework, role)?.level === 'employee',
    )
    expect(ofEmployees.length).toBe(5)
    const toldByLeader = /(?<!\p{L})mine? (?:\p{L}+ ){0,2}(?:medarbejdere?|folk)(?!\p{L})/iu
    const silent = ofEmployees.filter(({ signs = [] }) => signs.filter((sign) => toldByLeader.test(sign)).length < 2)
    expect(idsOf(silent)).toEqual([])
  })

  test('a point quotes with the quotation marks of the texts, and a sign ends without a full stop', () => {
    expect(idsOf(points.filter(({ text }) => /["»«]/.test(text)))).toEqual([])
    expect(idsOf(points.filter(({ signs = [] }) => signs.some((sign) => sign.endsWith('.'))))).toEqual([])
  })

  test('only pitfalls have signs and answers, and no official wording is shipped', () => {
    const others = points.filter((point) => point.kind !== 'pitfall' && (point.signs || point.answeredBy))
    expect(idsOf(others)).toEqual([])
    expect(idsOf(points.filter((point) => point.wording))).toEqual([])
  })

  test('a source leads to its area and its number', () => {
    const vague = points.filter((point) => !new RegExp(`, punkt ${point.n}$`).test(point.source))
    expect(idsOf(vague)).toEqual([])
  })
})

describe('prompts', () => {
  test('cover every behaviour and pitfall of a leader', () => {
    const isLeader = (framework: string, role: string) => {
      const level = library.role(framework, role)?.level
      return role === allLeaders || (level !== 'employee' && level !== null)
    }
    const asked = ofKind('behaviour', 'pitfall').filter((point) => isLeader(point.framework, point.role))
    expect(asked.length).toBeGreaterThan(300)
    expect(idsOf(asked.filter((point) => library.promptsFor(point.id).length === 0))).toEqual([])
  })

  test('a weekly prompt never runs dry: everybody, whatever is known of them, has at least 27 that fit, or an employee none', () => {
    const leaders = [
      { framework: null, role: null },
      ...library.frameworks.flatMap(({ slug: framework, roles }) =>
        [null, ...roles.map(({ slug }) => slug)].map((role) => ({ framework, role })),
      ),
    ]
    expect(leaders.length).toBe(1 + 5 + (3 + 4 + 12 + 4 + 1))
    const few = leaders.filter(({ framework, role }) => {
      const { size } = new Set(fittingPrompts(library, { framework, role }).flat())
      const mayHaveNone = library.role(framework ?? '', role ?? '')?.level === 'employee'
      return size < 27 && !(mayHaveNone && size === 0)
    })
    expect(few).toEqual([])
  })

  test('nor does a channel’s, whether its municipalities are one or all: at least 27 fit leaders of any role', () => {
    const campaigns = [[], ...library.frameworks.map(({ slug }) => [slug])]
    const few = campaigns.filter((frameworks) => (fittingChannelPrompts(library, frameworks)[0] ?? []).length < 27)
    expect(few).toEqual([])
  })

  test.each([
    ['skanderborg/alle-ledere/forord/q5', 'what the leader puts off'],
    ['skanderborg/kontraktholder/faglig-ledelse/q3', 'where the leader feels least sure'],
    ['sonderborg/alle-ledere/udvis-handlekraft/q7', 'what was kept back in a meeting'],
    ['sonderborg/alle-ledere/opdyrk-potentialer/q3', 'what worries the leader about keeping people'],
    ['odder/alle-ledere/resiliens/q2', 'those who rarely say anything'],
    ['odder/alle-ledere/emergens/q2', 'a disagreement among leaders'],
    ['soro/alle-ledere/tillid-og-respekt/q8', 'what the staff have not been told'],
    ['soro/alle-ledere/tillid-og-respekt/q7', 'where respect comes hard'],
    ['kerteminde/alle-ledere/det-skal-vi-begynde-paa/q1', 'people who are hard to agree with'],
  ])('a channel is not asked %s: %s', (id) => {
    expect(library.prompt(id)).toMatchObject({ private: true })
  })

  test('none is asked twice, in either language', () => {
    expect(new Set(prompts.map(({ text }) => text)).size).toBe(prompts.length)
    expect(new Set(prompts.map(({ en }) => en)).size).toBe(prompts.length)
  })

  test('are about points of the role that their id names; one for every leader may name those of single roles too', () => {
    const isOff = (id: string, point: string) => {
      const [asked, told] = [idParts(id), idParts(point)]
      return told.framework !== asked.framework || (told.role !== asked.role && asked.role !== allLeaders)
    }
    expect(idsOf(prompts.filter(({ id, statements }) => statements.some((point) => isOff(id, point))))).toEqual([])
  })
})

test('the lexicon can be read', () => {
  const lexicon = loadLexicon(dataDir)
  expect(lexicon.roles.length).toBeGreaterThan(5)
  expect(lexicon.topics.length).toBeGreaterThan(50)
})

describe('against the inventory of the documents', () => {
  const folder = join(root, '..', 'shared', 'frameworks')
  const isHere = existsSync(join(folder, 'inventory.jsonl'))

  if (!isHere) {
    test('the inventory is not on this machine: neither ids nor wording were compared with the documents', () => {
      process.stdout.write(
        'shipped-files: no inventory beside the repository; ids and wording not compared with the documents\n',
      )
    })
    return
  }

  const records = readFileSync(join(folder, 'inventory.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; kind: string; framework: string; text: string })
  const ownText = new Map(points.map(({ id, text }) => [id, text]))

  test('has its ids and their kinds, all of them and no more', () => {
    const sorted = (items: readonly { id: string; kind: string }[]) =>
      items.map(({ id, kind }) => `${id} ${kind}`).sort()
    expect(sorted(points)).toEqual(sorted(records))
  })

  // A leader looks for the word of the document; another in its place would say something weaker or something else.
  test.each([
    ['værdsætter', /værdsæt/],
    ['sikrer', /(?<!\p{L})sikr(?:e|er|es|et)(?!\p{L})/u],
    ['understøtter', /understøt/],
    ['samspil', /samspil/],
    ['bidrager', /bidrag/],
  ])('a point says "%s" where its document does', (_word, carrying) => {
    const said = records.filter(({ text }) => carrying.test(text.toLowerCase()))
    expect(said.length).toBeGreaterThan(15)
    expect(idsOf(said.filter(({ id }) => !carrying.test((ownText.get(id) ?? '').toLowerCase())))).toEqual([])
  })

  test('no point is longer than twice what its document says; only a bare heading may become a sentence of a line', () => {
    const aLine = 70
    const long = records.filter(({ id, text }) => (ownText.get(id) ?? '').length > Math.max(2 * text.length, aLine))
    expect(idsOf(long)).toEqual([])
  })

  test('what a document asks of two roles in the same words is asked of both in the same words', () => {
    const same = new Map<string, Set<string>>()
    for (const { id, framework, text } of records) {
      const key = `${framework}: ${text.toLowerCase().replace(/\.$/, '')}`
      same.set(key, (same.get(key) ?? new Set()).add(ownText.get(id) ?? ''))
    }
    expect(same.size).toBeLessThan(records.length - 10)
    expect([...same].filter(([, texts]) => texts.size > 1).map(([key]) => key)).toEqual([])
  })

  test('takes no eight words in a row from a document', () => {
    const copied: string[] = []
    const runs = new Set<string>()
    const sources = join(folder, 'sources')
    for (const name of readdirSync(sources))
      for (const run of eights(readFileSync(join(sources, name), 'utf8'))) runs.add(run)
    expect(runs.size).toBeGreaterThan(5_000)
    const own = [
      ...points.flatMap(({ id, text, signs = [] }) => [text, ...signs].map((said) => ({ id, said }))),
      ...prompts.flatMap(({ id, text, then = '' }) => [text, then].map((said) => ({ id, said }))),
      ...points.flatMap(({ id }) => library.phrasingsOf(id).map((said) => ({ id, said }))),
    ]
    for (const { id, said } of own) for (const run of eights(said)) if (runs.has(run)) copied.push(`${id}: ${run}`)
    expect(copied).toEqual([])
  })

  function eights(text: string): string[] {
    const words =
      text
        .replace(/<[^>]*>/g, ' ')
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '))
  }
})

describe('texts', () => {
  const files = readdirSync(join(root, 'data', 'texts'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(root, 'data', 'texts', name), 'utf8'))
  const entries = Object.assign({}, ...files.map((file) => parse(file))) as Record<string, { da: string; en: string }>
  const keys = Object.keys(entries)
  const sources = (readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }) as string[])
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  const quotedIn = (source: string) => [...source.matchAll(/'([a-zA-Z][\w.-]*)'/g)].map((match) => match[1] ?? '')
  const templatesIn = (source: string) => [...source.matchAll(/`([^`\n]*)`/g)].map((match) => match[1] ?? '')
  const quoted = sources.flatMap(quotedIn)
  /** What a file with a `t` of its own, which puts a beginning to each key, gives to it. */
  const begun = (source: string, named: readonly string[]) =>
    [...source.matchAll(/`([a-zA-Z]+)\.\$\{key\}`/g)].flatMap(([, start]) => named.map((name) => `${start}.${name}`))
  const templates = sources.flatMap((source) => [...templatesIn(source), ...begun(source, templatesIn(source))])

  test('name the same things in both languages', () => {
    const named = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    const uneven = keys.filter((key) => named(entries[key]?.da ?? '').join() !== named(entries[key]?.en ?? '').join())
    expect(uneven).toEqual([])
  })

  test('every key that the code names is there', () => {
    const namespaces = new Set(keys.map((key) => key.split('.')[0]))
    // A button's verb looks like a key; the tables of actions tell which are verbs.
    const tables = sources.join('\n')
    const verbs = new Set([...tables.matchAll(/^ {2}'?([\w.]+)'?: row\(/gm)].map((match) => match[1]))
    expect(verbs.size).toBeGreaterThan(5)
    const asked = quoted.filter(
      (name) =>
        name.includes('.') &&
        namespaces.has(name.split('.')[0] ?? '') &&
        !verbs.has(name) &&
        // A file of data, and the beginning of a key.
        !/\.yaml$|[.-]$/.test(name),
    )
    expect(asked.length).toBeGreaterThan(80)
    // A card of a title and a text is named once: `notice(reader, 'share.gone')` shows `share.gone.title` and `.text`.
    const isThere = (key: string) =>
      keys.includes(key) || (keys.includes(`${key}.title`) && keys.includes(`${key}.text`))
    expect([...new Set(asked)].filter((key) => !isThere(key))).toEqual([])
    for (const key of keys) for (const locale of ['da', 'en'] as const) expect(texts(locale, key)).not.toBe('')
  })

  test('no key is there that the code does not name', () => {
    const names = new Set([...quoted, ...sources.flatMap((source) => begun(source, quotedIn(source)))])
    const patterns = templates
      .filter((template) => /^[a-zA-Z]+\.[^$\s]*\$\{/.test(template))
      .map(
        (template) =>
          new RegExp(
            `^${template
              .replace(/\$\{[^}]*\}/g, '§')
              .replace(/[.]/g, '\\.')
              .replaceAll('§', '[\\w-]+')}$`,
          ),
      )
    const isNamed = (key: string) => names.has(key) || patterns.some((pattern) => pattern.test(key))
    /** Endings that the code puts to a key it was given. */
    const ending = /(\.title|\.text|\.many|Of)$/
    const isReached = (key: string): boolean => isNamed(key) || (ending.test(key) && isReached(key.replace(ending, '')))
    expect(keys.filter((key) => !isReached(key))).toEqual([])
  })
})

test('no file that is shipped speaks of a path of one machine', () => {
  const tracked = trackedFiles()
  expect(tracked.length).toBeGreaterThan(100)
  const home = homedir()
  const own = [root, ...(home.length > 1 && home !== '/root' ? [home] : [])]
  const anyMachine = /\/(?:home|Users)\/[a-z][\w.-]*\/|[A-Z]:\\Users\\/
  const speaking = tracked.filter((name) => {
    const text = readFileSync(join(root, name), 'utf8')
    return own.some((path) => text.includes(path)) || anyMachine.test(text.replace(/\/home\/site\//g, ''))
  })
  expect(speaking.filter((name) => name !== 'tests/shipped-files.test.ts')).toEqual([])
})

/** What git tracks; without git (an unpacked copy) the folders that are shipped. */
function trackedFiles(): string[] {
  const isText = (name: string) => /\.(ts|js|json|yaml|yml|md|example|jsonl|txt)$/.test(name)
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return listed.split('\0').filter((name) => isText(name) && existsSync(join(root, name)))
  } catch {
    return ['src', 'tests', 'data', 'cards', 'manifest'].flatMap((folder) =>
      (readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }) as string[])
        .filter(isText)
        .map((name) => join(folder, name)),
    )
  }
}
