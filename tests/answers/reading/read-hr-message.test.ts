import { readHrMessage } from '../../../src/answers/reading/read-hr-message'

test.each([
  ['tal med HR: må jeg få nogen til at ringe?', 'må jeg få nogen til at ringe?'],
  ['Tal med HR:Må jeg?', 'Må jeg?'],
  ['tal med hr – jeg vil gerne sige op', 'jeg vil gerne sige op'],
  ['skriv til HR:\nHej\nJeg har et spørgsmål.', 'Hej\nJeg har et spørgsmål.'],
  ['Kan du sende en besked til HR: ring til mig', 'ring til mig'],
  ['besked til HR: ring', 'ring'],
  ['talk to HR: could somebody call me?', 'could somebody call me?'],
  ['write to HR - call me', 'call me'],
])('“%s” is a message', (text, message) => expect(readHrMessage(text)).toBe(message))

test.each([
  'tal med HR',
  'tal med HR:',
  'tal med HR om en svær sag',
  'kontakt HR-afdelingen',
  'jeg skal tale med HR: det er svært',
  'hvad kan HR: se',
  'min leder siger, at jeg skal skrive til HR: er det rigtigt?',
])('“%s” is none', (text) => expect(readHrMessage(text)).toBeUndefined())
