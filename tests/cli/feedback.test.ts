import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOperator } from '../../src/cli/as-operator'
import { feedbackCommand } from '../../src/cli/feedback'
import { setMissQuestion } from '../../src/feedback/miss-question'
import { noteMiss } from '../../src/feedback/note-miss'

let folder: string
let said = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-feedback-'))
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const env = () => ({ PEJLING_LOCAL: 'yes', PEJLING_SQLITE_FILE: join(folder, 'pejling.sqlite') })
async function told(isJson: boolean): Promise<string> {
  said = ''
  expect(await feedbackCommand(env(), { isJson })).toBe(0)
  return said
}

test('what missed is listed with its reason, as a table or a line of JSON each', async () => {
  expect(await told(false)).toBe('nothing has been said to miss\n')
  await asOperator(env(), async (ctx) => {
    const statementIds = ['skanderborg/kontraktholder/strategisk-ledelse/1']
    const { id } = await noteMiss(ctx, { operation: 'topic', framework: 'skanderborg', statementIds, reason: 'role' })
    await setMissQuestion(ctx, { feedbackId: id, text: 'og hvad med økonomi?' })
  })
  expect(await told(false)).toMatch(
    /^DAY .*\n\S+ +role +topic +skanderborg +skanderborg\/kontraktholder\/.* og hvad med økonomi\?\n$/,
  )
  const { day, ...rest } = JSON.parse(await told(true)) as { day: string }
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(rest).toEqual({
    operation: 'topic',
    framework: 'skanderborg',
    reason: 'role',
    question: 'og hvad med økonomi?',
    statementIds: ['skanderborg/kontraktholder/strategisk-ledelse/1'],
  })
})
