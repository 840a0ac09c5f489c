import { strFromU8, unzipSync } from 'fflate'
import { writeTalkDocument } from '../../src/documents/write-talk-document'
import { talkSchema } from '../../src/records/expectation-talk'
import { leaderOf, readerOf } from '../cards/journal/journal-samples'

const leader = leaderOf('da', 'sonderborg', 'leder-af-ledere')
const line = (role: string, area: string, text: string) => ({ statementId: `sonderborg/${role}/${area}/1`, text })

test('puts both sides beside each other, row by row, with their sources, and room for what is agreed', async () => {
  const talk = talkSchema.parse({
    whom: 'leader',
    own: 'leder-af-ledere',
    other: 'chefer',
    mine: [
      line('leder-af-ledere', 'saet-retning', 'Mit første & <b>'),
      line('leder-af-ledere', 'faa-foelgeskab', 'Mit andet'),
    ],
    theirs: [line('chefer', 'saet-retning', 'Dit første\u0000\nover to linjer')],
    more: 'Bemandingen',
  })
  const bytes = await writeTalkDocument({ ...readerOf(leader), talk, leader, at: '2026-11-25T23:30:00.000Z' })
  const document = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array())
  const rows = document
    .split('<w:tr>')
    .slice(1)
    .map((row) => row.replace(/<[^>]+>/g, ' '))
  const inOrder = (text: string | undefined, ...words: string[]) =>
    expect(text).toMatch(new RegExp(words.join('.*'), 's'))
  inOrder(rows[0], 'Det kan du forvente af mig', 'Det har jeg brug for fra dig')
  inOrder(
    rows[1],
    'Mit første &amp; &lt;b&gt;',
    'Med mine ord',
    'Leder af ledere',
    'Dit første',
    'over to linjer',
    'Chefer',
  )
  inOrder(rows[2], 'Mit andet')
  inOrder(document.replace(/<[^>]+>/g, ' '), '26. november 2026', 'Bemandingen', 'Det aftaler vi', 'Det ser vi på igen')
})
