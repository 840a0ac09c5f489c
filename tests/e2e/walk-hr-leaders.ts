import { ok } from 'node:assert/strict'
import { writeWorkbook } from '../../src/documents/write-workbook'
import type { Walk } from './walk'

const head = ['Navn', 'E-mail', 'Kommune', 'Stilling', 'Enhed', 'Løn']
const rows = [
  ['Søren Østergaard', 'soeren.oestergaard@kommune.example', 'Skanderborg', 'Skoleleder', 'Skole og dagtilbud', '1'],
  ['Amina Yıldız', 'amina.yildiz@kommune.example', 'Skanderborg', 'Afdelingsleder', 'Skole og dagtilbud', '2'],
  ['Kirsten Bæk Åkjær', 'kirsten.aakjaer@kommune.example', 'Skanderborg', 'Direktør', 'Direktionen', '3'],
  ['Mads Holm', 'mads.holm@kommune.example', 'Skanderborg', 'Ceremonimester', 'Kultur og fritid', '4'],
  ['Ea Lund', 'ea.lund hos kommunen', 'Skanderborg', 'Afdelingsleder', 'Kultur og fritid', '5'],
]

/** HR tells Pejling who the leaders are: a file, tried first, and those it names by e-mail found in the team. */
export async function walkHrLeaders({ playground: p, others, step, picture, documentPicture }: Walk): Promise<void> {
  await step('shows which leaders it knows, and how a list is sent', async () => {
    await p.openChat()
    await p.say('ledere')
    await p.waitForText('Ledere')
    await picture('leaders-before')
    await p.pressForCard('Importér ledere')
    await p.waitForText('Importér ledere')
    await picture('leaders-how')
  })
  await step('tells what a list would change before anything is', async () => {
    await p.cardAfter(() => others.attach('ledere.xlsx', writeWorkbook([{ name: 'Ledere', head, rows }])))
    await p.waitForText('Det vil listen ændre')
    await p.waitForText('Intet er ændret endnu.')
    await p.waitForText('Disse kolonner bruger jeg ikke: Løn')
    await p.waitForText('Række 6 (Ea Lund)')
    await picture('leaders-review')
    await documentPicture('hr-liste', 'card')
  })
  await step('imports it at a press, with the role that was chosen for a title it did not know', async () => {
    await p.choose('Ceremonimester (1)', 'Kontraktholder')
    await p.press('Importér')
    await p.waitForText('Fortryd importen')
    await picture('leaders-imported')
  })
  await step('finds those it knows by e-mail alone in the teams it is in', async () => {
    await p.press('Find dem i teams')
    await picture('leaders-found')
  })
  await step('has the leaders by role and unit', async () => {
    await p.say('ledere')
    await p.waitForText('Kultur og fritid: 1')
    ok(!(await p.read()).includes('Ea Lund'))
    await picture('leaders')
    await documentPicture('hr-ledere', { since: 'ledere' })
  })
  await step('has a text to tell the leaders with', async () => {
    await p.press('Tekst til lederne')
    await p.page.getByText('Pejling er en hjælper i Teams', { exact: false }).first().waitFor()
    await picture('leaders-inform')
  })
}
