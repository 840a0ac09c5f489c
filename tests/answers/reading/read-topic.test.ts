import { readTopic } from '../../../src/answers/reading/read-topic'
import { knowledge } from '../../support/kept'

test.each([
  ['giv mig et spørgsmål om feedback', 'feedback'],
  ['et spørgsmål om fodbold', 'fodbold'],
  ['giv mig et spørgsmål der handler om tillid', 'tillid'],
  ['giv mig et spørgsmål vedrørende min egen udvikling', 'min egen udvikling'],
  ['jeg vil gerne reflektere over at sige nej', 'at sige nej'],
  ['giv mig et spørgsmål om hvordan vi taler om fejl', 'hvordan vi taler om fejl'],
  ['give me a question about trust', 'trust'],
  ['a question about how to delegate', 'how to delegate'],
  ['giv mig et spørgsmål om mod', 'mod'],
  ['giv mig et spørgsmål feedback', 'feedback'],
  ['giv mig et spørgsmål', ''],
  ['giv mig et spørgsmål mere', ''],
  ['giv mig et spørgsmål til', ''],
  ['giv mig et spørgsmål i dag', ''],
  ['giv mig et spørgsmål jeg kan tage med til ledermødet', ''],
  ['ask me a question for today', ''],
])('“%s” asks about “%s”', (text, topic) => {
  const command = knowledge.readCommand(text)
  expect([command?.name, readTopic(command?.rest ?? '')]).toEqual(['prompt', topic])
})
