import { channelPromptCard } from '../../../src/cards/prompt/channel-prompt-card'
import { locales } from '../../../src/texts'
import { lintCard } from '../lint-card'
import { cards, importedLibrary, readerIn } from '../sample-cards'

const longest = 'Ø'.repeat(500)

test.each(locales)(
  'a channel’s prompt is sound in %s: every prompt, HR’s own, one that is gone, any number of answers',
  (locale) => {
    const reader = { ...readerIn(locale), library: importedLibrary }
    const own = { id: 'd', promptId: 'own', statementIds: [] }
    const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`)
    const contents = [
      ...importedLibrary.prompts.map(({ id, statements }) =>
        channelPromptCard(
          reader,
          { name: '<at>x</at> **æ** '.repeat(10) },
          { id: 'd', promptId: id, statementIds: statements, answerKeys: keys(3) },
        ),
      ),
      ...[0, 1, 1200].map((answers) =>
        channelPromptCard(reader, { name: '' }, { ...own, question: longest, answerKeys: keys(answers) }),
      ),
      channelPromptCard(reader, { name: '' }, own),
    ]
    const faults = contents.flatMap((content) => {
      const { card, summary } = cards.render(content)
      return [...lintCard(card), ...(summary === '' ? ['no summary'] : [])].map((fault) => `${summary}: ${fault}`)
    })
    expect(faults).toEqual([])
  },
)
