import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { check } from '../../src/cli/check'
import { type Compiled, compiled } from '../support/compiled'
import { da, saying } from '../support/said'

const root = join(__dirname, '../..')

let program: Compiled
beforeAll(() => {
  program = compiled('src/cli.ts')
})
afterAll(() => program.remove())

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The command as an operator runs it, with `input` piped in and no setting of this machine. */
function run(
  args: readonly string[],
  input: string | Buffer = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program.file, ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
    child.stdin.end(input)
  })
}

interface Line {
  question: string
  intent: string
  frameworks: string[]
  roles: string[]
  area: string | null
  statements: { id: string; kind: string; text: string }[]
  note: string | null
  care?: string
}

const parseLines = (out: string) =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)

describe('ask --json', () => {
  const input = [
    'Hvad forventes der af en kontraktholder?',
    '{"text":"Hvad forventes der af mig?","profile":{"framework":"odder","role":"virksomhedsleder"}}',
    '{"dialog":["Hvad forventes der af chefer i Skanderborg?","og faldgruberne?"]}',
    '  {"text":"Hvilke faldgruber skal jeg passe på?","profile":{"framework":"sonderborg","role":"leder-af-ledere"}}',
    '{"dialog":["hej"],"profile":null}',
    '{"text":"Hvad siger\u2028Odder om mod?"}',
    '{"text":',
    '{"question":"Hvad siger Odder om mod?"}',
    '{"dialog":[]}',
    '<script>"tillid"\\n</script> 😀',
    `Hvad siger Sorø om ${'tillid '.repeat(2_000)}?`,
  ]
  let lines: Line[]
  let result: Run

  beforeAll(async () => {
    result = await run(['ask', '--json'], `${input.join('\n')}\n`)
    lines = parseLines(result.out)
  })

  test('gives one line for each line, in order, with the question as it was asked', () => {
    expect(lines.map(({ question }) => question)).toEqual([
      input[0],
      'Hvad forventes der af mig?',
      'og faldgruberne?',
      'Hvilke faldgruber skal jeg passe på?',
      'hej',
      'Hvad siger\u2028Odder om mod?',
      ...input.slice(6),
    ])
  })

  test('each line has the fields of the contract, all of them and no others', () => {
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['question', 'intent', 'frameworks', 'roles', 'area', 'statements', 'note'])
      expect([line.area === null, typeof line.area === 'string']).toContain(true)
      expect([line.note === null, (line.note ?? '').length > 0]).toContain(true)
      for (const statement of line.statements) expect(Object.keys(statement)).toEqual(['id', 'kind', 'text', 'of'])
    }
  })

  test('answers a plain question', () => {
    expect(lines[0]).toMatchObject({
      intent: 'expectations',
      frameworks: ['skanderborg'],
      roles: ['kontraktholder'],
      area: null,
    })
    expect(lines[0]?.statements).toHaveLength(38 + 6)
    expect(lines[0]?.note).toMatch(saying('note.speakToAll'))
  })

  test('answers for a profile', () => {
    expect(lines[1]).toMatchObject({ intent: 'expectations', frameworks: ['odder'] })
    expect(lines[1]?.note).toMatch(saying('note.commonProfile', { framework: 'Odder' }))
    expect(lines[3]).toMatchObject({ intent: 'absent', frameworks: ['sonderborg'], statements: [] })
    expect(lines[3]?.note).toBe(da('note.noPitfalls', { frameworksOf: 'Sønderborgs' }))
  })

  test('answers the last turn of a dialog with the earlier ones as context', () => {
    expect(lines[2]).toMatchObject({ intent: 'pitfalls', frameworks: ['skanderborg'], roles: ['fag-og-stabschef'] })
    expect(lines[2]?.statements).toHaveLength(4)
    expect(lines[4]).toMatchObject({ intent: 'out-of-scope', statements: [] })
  })

  test('takes a line that is not the JSON it knows for a question, and says so once each', () => {
    expect(result.code).toBe(1)
    const faults = result.err.split('\n').filter((line) => line.startsWith('Not read as JSON'))
    expect(faults).toHaveLength(3)
  })
})

test('somebody in trouble gets the text and nothing else, and is no context for what comes after, however lines end', async () => {
  const profile = { framework: 'skanderborg', role: 'kontraktholder' }
  const input = [
    JSON.stringify({ text: 'jeg overvejer at tage mit eget liv' }),
    JSON.stringify({ text: 'jeg kan ikke mere', profile }),
    JSON.stringify({ dialog: ['hvilke faldgruber har en kontraktholder?', 'en kollega er død i nat'], profile }),
    JSON.stringify({ dialog: ['hvilke faldgruber har en kontraktholder?', 'jeg vil dø', 'og i Odder?'], profile }),
    JSON.stringify({ text: 'og i Odder?', profile }),
  ]
  // A byte order mark, Windows line ends, blank lines and a missing last line end are no part of a question.
  const { code, out } = await run(['ask', '--json'], `\ufeff${[...input, '', '  ', 'hej'].join('\r\n')}\nhjælp`)
  const [life, self, other, after, alone, ...rest] = parseLines(out)
  expect(code).toBe(0)
  expect(rest.map(({ question }) => question)).toEqual(['hej', 'hjælp'])
  expect([life, self, other].map((line) => line?.care)).toEqual(['life', 'self', 'other'])
  for (const line of [life, self, other])
    expect(line).toMatchObject({
      intent: 'out-of-scope',
      frameworks: [],
      statements: [],
      note: expect.stringContaining('112'),
    })
  expect(after).toEqual(alone)
  expect(after).not.toHaveProperty('care')
})

test('what is done in the chat, a time said in words included, is told of and not searched for', async () => {
  const said = [
    'pause i 3 uger',
    'jeg er på ferie i uge 28 og 29',
    'send mig et spørgsmål hver fredag kl. 9',
    'mine refleksioner fra oktober',
  ]
  const { out } = await run(['ask', '--json'], said.join('\n'))
  const answers = parseLines(out)
  expect(answers.map(({ intent, statements }) => [intent, statements])).toEqual(said.map(() => ['help', []]))
})

test('a question in the arguments is answered as text, with municipality, role and source', async () => {
  const { code, out } = await run(['ask', 'Hvilke faldgruber er der for chefer i Skanderborg?'])
  expect(code).toBe(0)
  expect(out).toContain('Skanderborg Kommune · Fag- og stabschef')
  expect(out).toMatch(/Typiske faldgruber, punkt 4/)
})

describe('check', () => {
  async function checked(env: NodeJS.ProcessEnv): Promise<Pick<Run, 'code' | 'out'>> {
    let out = ''
    const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text)
      return true
    })
    const code = await check(env).finally(() => written.mockRestore())
    return { code, out }
  }

  test('looks at everything that is read at start and finds it usable', async () => {
    const { code, out } = await checked({ PEJLING_LOCAL: 'yes' })
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual(
      ['data', 'texts', 'cards', 'environment', 'store', 'care', 'manifest'].map((name) => `ok     ${name}`),
    )
    expect(lines[0]).toContain('5 frameworks, 551 points')
    expect(code).toBe(0)
  })

  test('finds no fault in a fresh clone and says what local use and Teams would need', async () => {
    const { code, out } = await run(['check'])
    expect(code).toBe(0)
    expect(out).toMatch(/^ok {5}environment: .*\.env\.example.*MicrosoftAppType.*PEJLING_STORE/m)
  })

  test('names what is missing in the environment and still looks at the rest', async () => {
    const { code, out } = await checked({ MicrosoftAppType: 'SingleTenant' })
    expect(code).toBe(2)
    expect(out).toMatch(/^fault {2}environment: /m)
    for (const name of ['MicrosoftAppId', 'MicrosoftAppTenantId', 'PEJLING_STORE']) expect(out).toContain(name)
    expect(out.match(/^ok /gm)).toHaveLength(6)
  })
})

test.each<[args: string[], code: number, says: RegExp]>([
  [['nonsense'], 2, /There is no command "nonsense"/],
  [['roster'], 2, /^"roster" needs a second word: import\.\n/],
  [['campaign', 'slet'], 2, /There is no command "campaign slet"/],
  [['ask', '--jsn'], 2, /--jsn/],
])('%j is refused with what would have been right', async (args, code, says) => {
  const result = await run(args)
  expect(result.code).toBe(code)
  expect(result.err).toMatch(says)
  expect(result.err).not.toMatch(/\n\s+at /)
  expect(result.out).toBe('')
})

test('help is asked for without a fault', async () => {
  const { code, out, err } = await run(['--help'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/ask \[--json\]/)
})
