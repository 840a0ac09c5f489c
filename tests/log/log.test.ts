import { AppError } from '../../src/errors'
import { describeError } from '../../src/log/describe-error'
import { createReference } from '../../src/log/reference'
import { createLogLines } from '../support/log-lines'

const token = 'Bearer eyJhbGciOiJSUzI1NiJ9.c2VjcmV0.c2ln'

function sdkError(): Error {
  const request = { headers: { authorization: token }, body: 'Jeg er bekymret for mit helbred' }
  return Object.assign(new Error(`401 for ${token}\n    at ${token} (/srv/x.ts:1:1)`), {
    name: 'RestError',
    code: 'REQUEST_SEND_ERROR',
    statusCode: 401,
    request,
  })
}

test('an error of ours is told with its message and cause, a foreign one without', () => {
  const description = describeError(new AppError('unavailable', 'the store is away', { cause: sdkError() }))
  expect(description).toMatchObject({
    name: 'AppError',
    code: 'unavailable',
    message: 'the store is away',
    cause: { name: 'RestError', code: 'REQUEST_SEND_ERROR', statusCode: 401 },
  })
  expect(description.at?.[0]).toMatch(/^tests\/log\/log\.test\.ts:\d+$/)
  expect(JSON.stringify(description)).not.toMatch(/Bearer|helbred|eyJ/)
})

test.each([
  ['a text', 'Bearer abc'],
  ['nothing', undefined],
  ['an error with a name that talks', Object.assign(new Error('x'), { name: 'Bearer abc', code: 'Bearer abc' })],
  ['an error caused by a text', Object.assign(new Error('Bearer'), { cause: 'Bearer abc' })],
])('%s thrown is described without what it says', (_what, thrown) => {
  expect(JSON.stringify(describeError(thrown))).not.toContain('Bearer')
})

test('an error that is its own cause ends', () => {
  const error = new Error('x')
  error.cause = error
  expect(JSON.stringify(describeError(error)).length).toBeLessThan(2000)
})

test('a log line has plain fields; an error is described and an object left out', () => {
  const { log, lines, text } = createLogLines()
  log.warn({ reference: 'ABC123', tries: 2, error: sdkError(), other: sdkError(), activity: { text: token } }, 'failed')
  expect(lines()).toMatchObject([
    { message: 'failed', reference: 'ABC123', tries: 2, error: { name: 'RestError' }, activity: '[object]' },
  ])
  expect(text()).not.toMatch(/Bearer|eyJ|helbred/)
})

test('lines below the level are not written', () => {
  const { log, lines } = createLogLines('warn')
  log.info({}, 'quiet')
  log.error({}, 'loud')
  expect(lines().map(({ message }) => message)).toEqual(['loud'])
})

test('a reference is six characters that can be read aloud', () => {
  const references = Array.from({ length: 500 }, createReference)
  for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
  expect(new Set(references).size).toBeGreaterThan(495)
})
