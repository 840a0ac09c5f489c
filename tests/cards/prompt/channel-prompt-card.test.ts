import { channelPromptCard } from '../../../src/cards/prompt/channel-prompt-card'
import { locales } from '../../../src/texts'
import { lintCard } from '../lint-card'
import { cards, importedLibrary, texts } from '../sample-cards'

const longest = 'Ø'.repeat(500)

test.each(locales)(
  'a channel’s prompt is sound in %s: every prompt, HR’s own, one that is gone, any number of answers',
  (locale) => {
    const base = { library: importedLibrary, texts, locale, deliveryId: 'd', channelName: '' }
    const contents = [
      ...importedLibrary.prompts.map((prompt) =>
        channelPromptCard({
          ...{ ...base, prompt, question: undefined, channelName: '<at>x</at> **æ** '.repeat(10), answers: 3 },
          points: prompt.statements.flatMap((id) => importedLibrary.point(id) ?? []),
        }),
      ),
      ...[0, 1, 1200].map((answers) =>
        channelPromptCard({ ...base, prompt: undefined, question: longest, points: [], answers }),
      ),
      channelPromptCard({ ...base, prompt: undefined, question: undefined, points: [], answers: 0 }),
    ]
    const faults = contents.flatMap((content) => {
      const { card, summary } = cards.render(content)
      return [...lintCard(card), ...(summary === '' ? ['no summary'] : [])].map((fault) => `${summary}: ${fault}`)
    })
    expect(faults).toEqual([])
  },
)
