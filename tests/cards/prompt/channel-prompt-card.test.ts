import { channelPromptCard } from '../../../src/cards/prompt/channel-prompt-card'
import { locales } from '../../../src/texts'
import { lintCard } from '../lint-card'
import { cards, importedLibrary, readerIn } from '../sample-cards'

const longest = 'Ø'.repeat(500)

test.each(locales)(
  'a channel’s prompt is sound in %s: every prompt, HR’s own, one that is gone, any number of answers',
  (locale) => {
    const reader = { ...readerIn(locale), library: importedLibrary }
    const shown = {
      id: 'd',
      promptId: 'own',
      statementIds: [] as string[],
      keys: [] as string[],
      state: 'open' as const,
      startedBy: null,
      startedName: '',
      placeName: '',
    }
    const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`)
    const odd = '<at>x</at> **æ** '.repeat(10)
    const contents = [
      ...importedLibrary.prompts.map(({ id, statements }) =>
        channelPromptCard(reader, {
          ...shown,
          promptId: id,
          statementIds: [...statements],
          keys: keys(3),
          startedBy: 'x',
          startedName: odd,
          placeName: odd,
        }),
      ),
      ...[0, 1, 1200].map((answers) => channelPromptCard(reader, { ...shown, question: longest, keys: keys(answers) })),
      ...(['agreed', 'closed', 'quiet'] as const).map((state) => channelPromptCard(reader, { ...shown, state })),
      channelPromptCard(reader, shown),
    ]
    const faults = contents.flatMap((content) => {
      const { card, summary } = cards.render(content)
      return [...lintCard(card), ...(summary === '' ? ['no summary'] : [])].map((fault) => `${summary}: ${fault}`)
    })
    expect(faults).toEqual([])
  },
)
