import { createStopping } from '../../src/async/stop-in-order'
import { createLogLines } from '../support/log-lines'

function create() {
  const lines = createLogLines()
  const done: (string | number)[] = []
  const stopping = createStopping(lines.log, (code) => void done.push(code))
  stopping.ends.push(() => done.push('lease'))
  return { stopping, done, lines }
}

test('what started last ends first, once, and a stop that was asked for is no failure', async () => {
  const { stopping, done } = create()
  stopping.ends.push(async () => done.push('app'))
  await Promise.all([stopping.stop('SIGTERM', 0), stopping.stop('SIGINT', 0)])
  expect(done).toEqual(['app', 'lease', 0])
})

test('a server that must end because it lost its lease ends as a failure, so that it is started again', async () => {
  const { stopping, done } = create()
  await stopping.stop('lease lost', 1)
  expect(done).toEqual(['lease', 1])
})

test('what cannot be ended is logged, keeps nothing else from ending, and makes the stop a failure', async () => {
  const { stopping, done, lines } = create()
  stopping.ends.push(() => Promise.reject(new Error('queue out of reach')))
  await stopping.stop('SIGTERM', 0)
  expect(done).toEqual(['lease', 1])
  expect(lines.lines().map(({ message }) => message)).toEqual(['stopping', 'something could not be ended'])
})
