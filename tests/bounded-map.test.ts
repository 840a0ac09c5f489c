import { createBoundedMap } from '../src/bounded-map'

test('what was made is made once, until there is too much of it', () => {
  const made: number[] = []
  const map = createBoundedMap<number, string>(2)
  const get = (key: number) =>
    map.get(key, () => {
      made.push(key)
      return `${key}`
    })
  expect([1, 1, 2, 2, 1].map(get)).toEqual(['1', '1', '2', '2', '1'])
  expect(made).toEqual([1, 2])
  expect([3, 3, 1].map(get)).toEqual(['3', '3', '1'])
  expect(made).toEqual([1, 2, 3, 1])
})

test('that there is nothing is remembered too', () => {
  let asked = 0
  const map = createBoundedMap<string, null>(9)
  for (let i = 0; i < 3; i++)
    map.get('x', () => {
      asked++
      return null
    })
  expect(asked).toBe(1)
})

test('what was set longest ago is the first to be forgotten', () => {
  const map = createBoundedMap<string, string>(2)
  map.set('a', 'one')
  map.set('b', 'two')
  map.set('a', 'three')
  map.set('c', 'four')
  expect(['a', 'b', 'c'].map(map.find)).toEqual(['three', undefined, 'four'])
  map.delete('a')
  expect(map.find('a')).toBeUndefined()
})
