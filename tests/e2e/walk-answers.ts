import { ok, strictEqual } from 'node:assert/strict'
import type { Walk } from './walk'

/** What goes on from an answer: the ways on where nothing was found, what was meant, what missed, and an answer that comes later. */
export async function walkAnswers({ playground: p, step, picture }: Walk): Promise<void> {
  await step('shows all of a long list at one press', async () => {
    await p.openChat()
    await p.say('hvad forventes der af mig?')
    await p.waitForText('Det forventes af dig som kontraktholder')
    const last = p.card().getByText('Kilde: Faglige fællesskaber', { exact: false })
    strictEqual(await last.isVisible(), false)
    await p.press('Vis alle punkter')
    await last.waitFor()
    await picture('all-points', { isTouched: true })
  })
  await step('offers to remember a role that I tell of, once', async () => {
    await p.say('jeg er lige blevet leder af leder i Skanderborg. Hvad forventes der af mig?')
    await p.waitForText('Skal jeg huske din rolle?')
    await picture('offer-role')
    await p.press('Nej tak')
    await p.waitForText('Din profil')
    await p.waitForText('Kontraktholder')
    await p.say('jeg er lige blevet leder af leder i Skanderborg. Hvad forventes der af mig?')
    await p.waitForText('Det forventes af dig som leder af leder')
  })
  await step('says that a role is unknown, and shows the nearest as such', async () => {
    await p.say('hvad forventes der af en viceskoleleder?')
    await p.waitForText('viceskoleleder')
    await picture('unknown-role')
  })
  await step('keeps what other roles are asked to do behind a heading of its own', async () => {
    await p.say('hvad siger grundlaget om samarbejde?')
    await p.waitForText('Fra andre roller')
    await picture('other-roles')
  })
  await step('lets me say what I meant where it took something for granted', async () => {
    await p.say('hvilke faldgruber er der for mig?')
    await p.waitForText('Faldgruber for dig som kontraktholder')
    await p.say('og direktøren?')
    await p.waitForText('Forstået som: faldgruber · direktør · Skanderborg')
    await picture('follow-up')
    await p.pressForCard('Det mente jeg ikke')
    await p.waitForText('Hvad mente du?')
    await picture('what-was-meant')
    await p.choose('Jeg mente', 'Fag- og stabschef')
    await p.pressForCard('Vis svaret')
    await p.waitForText('Faldgruber for en fag- og stabschef')
    await picture('follow-up-changed')
  })
  await step('has ways on where it found nothing', async () => {
    await p.say('hvad siger grundlaget om kvantecomputere?')
    await p.waitForText('Det fandt jeg ikke i Skanderborgs ledelsesgrundlag')
    await p.card().getByRole('button', { name: 'Giv mig et spørgsmål' }).waitFor()
    await picture('nothing-found')
  })
  await step('tells about itself', async () => {
    await p.say('er du en robot?')
    await p.waitForText('Jeg er et program')
    await picture('about-pejling')
    await p.say('kan jeg få det som pdf?')
    await p.waitForText('Kilden')
    await picture('source')
  })
  await step('takes it that an answer missed, without what was asked unless I send it', async () => {
    const asked = 'hvad siger grundlaget om feedback?'
    await p.say(asked)
    await p.pressForCard('Ramte ved siden af')
    await p.waitForText('Så ramte jeg ved siden af')
    await picture('missed')
    await p.choose('Hvad var der galt?', 'Der manglede noget')
    await p.press('Notér det')
    await p.waitForText('Tak, det er noteret')
    await p.press('Se spørgsmålet først')
    await p.waitForText('Send spørgsmålet med')
    strictEqual(await p.card().getByRole('textbox', { name: 'Spørgsmålet' }).inputValue(), asked)
    await picture('missed-question')
    await p.press('Send spørgsmålet')
    await p.waitForText('Spørgsmålet er sendt')
    await p.press('Slet spørgsmålet')
    await p.waitForText('Spørgsmålet er slettet')
  })
  await step(
    'takes a text right after a prompt for its answer, and a later one only where it reads as one',
    async () => {
      await p.say('giv mig et spørgsmål om økonomi')
      await p.say('Vi holder øje med budgettet sammen hver måned')
      await p.waitForText('Skal jeg gemme det som dit svar?')
      await picture('offer')
      await p.say('hvad siger grundlaget om feedback?')
      await p.say('jeg ringer til min tillidsrepræsentant')
      ok(!(await p.read()).includes('Gem som svar'))
      const replied = 'Ja, og det gav os mere ro til økonomien'
      await p.say(replied)
      await p.card().getByRole('button', { name: 'Gem som svar' }).waitFor()
      await picture('save-as-answer')
      await p.pressForCard('Gem som svar')
      await p.waitForText('Dit svar er gemt')
      await p.waitForText(replied)
    },
  )
}
