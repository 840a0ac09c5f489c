import type { Walk } from './walk'

/** A point of the framework from the box that a message is written in. The card stays there unsent, so nothing can be said after it. */
export async function walkInsert({ playground: p, step, picture }: Walk): Promise<void> {
  await step('finds a point from the box that a message is written in, and puts it there as a card', async () => {
    await p.openChat()
    await p.page.getByRole('button', { name: 'Trigger Message Extension App' }).click()
    await p.page.getByRole('menuitem', { name: 'Search Command' }).click()
    await p.page.keyboard.type('tillid')
    const found = p.page.getByRole('heading', { name: 'Du viser tillid, og du indbyder til tillid.' })
    await found.waitFor()
    await picture('team-insert', { isTouched: true })
    await found.click()
    await p.page.getByText('Fra ledelsesgrundlaget i Skanderborg').waitFor()
    await picture('team-inserted', { isTouched: true })
  })
}
