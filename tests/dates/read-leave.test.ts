import { readLeave } from '../../src/dates/read-leave'
import { cpuTime } from '../support/cpu-time'

test.each([
  ['Jeg er på ferie til 1. august', 'til 1. august'],
  ['jeg går på ferie i uge 28 og 29', 'i uge 28 og 29'],
  ['Hej Pejling, jeg holder ferie hele juli', undefined],
  ['hej jeg holder ferie hele juli', 'hele juli'],
  ['ferie i uge 42', 'i uge 42'],
  ['på barsel til 1. marts', 'til 1. marts'],
  ['Jeg er på orlov indtil september.', 'indtil september'],
  ['jeg er sygemeldt i to uger', 'i to uger'],
  ['jeg har fri i næste uge', 'i næste uge'],
  ['jeg skal på ferie fra mandag', 'fra mandag'],
  ['jeg er på ferie', ''],
  ['jeg er på sommerferie', 'sommerferie'],
  ['jeg holder påskeferie', 'påskeferie'],
  ['stop til mandag', 'til mandag'],
  ['ingen spørgsmål i uge 42', 'i uge 42'],
  ['jeg er på ferie til på mandag, så send mig ikke noget', 'til på mandag'],
  ['jeg er på ferie i juli. Ingen spørgsmål, tak', 'i juli'],
  ['I am on holiday until 1 August', 'until 1 august'],
  ["I'm on leave in July", 'in july'],
])('“%s” says that the writer is away', (text, when) => {
  expect(readLeave(text)).toBe(when)
})

test.each([
  'min medarbejder er på ferie, og jeg løser alt selv',
  'da jeg var på ferie, gik det galt',
  'hvordan overdrager jeg opgaver, før jeg går på ferie?',
  'er jeg på ferie i juli?',
  'mine folk holder ferie i juli',
  'ferieplanlægningen fylder alt',
  'vi mangler folk i ferien',
  'hun er på barsel til marts',
  'jeg kan ikke slappe af, når jeg er på ferie',
  'hvad forventes der af mig i ferien',
  'det er svært at holde fri',
  'ferie',
  'barsel',
  'fri',
])('“%s” does not', (text) => {
  expect(readLeave(text)).toBeUndefined()
})

test('is linear in what is written', () => {
  const began = cpuTime()
  for (const part of ['jeg er ', 'på ', 'ferie ', 'så og ', ', ']) readLeave(part.repeat(20_000))
  expect(cpuTime() - began).toBeLessThan(500)
})

test.each(['stop', 'ingen spørgsmål', 'stop med at spørge mig', 'no questions'])(
  '“%s” asks for more than a pause',
  (text) => {
    expect(readLeave(text) ?? 'nothing').not.toBe('')
  },
)
