import type { Walk } from './walk'

/** What a walk finds that is taken without those before it: somebody with a role, and a channel that Pejling is in. */
export async function settle({ playground: p, step }: Walk): Promise<void> {
  await step('is met, gets a role and comes into a channel', async () => {
    await p.openChat()
    await p.waitForText('Hej, jeg er Pejling')
    await p.choose('Hvilken kommune er du leder i?', 'Skanderborg Kommune')
    await p.press('Fortsæt')
    await p.waitForText('Hvilken rolle har du?')
    await p.choose('Hvilken rolle har du?', 'Kontraktholder')
    await p.pressForCard('Gem')
    await p.openChannel('Ugens refleksion')
    await p.waitForText('Pejling er med')
  })
}
