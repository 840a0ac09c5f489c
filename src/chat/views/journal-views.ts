import { areaTitle } from '../../cards/journal/area-title'
import { coverageCard, scaleCard } from '../../cards/journal/journal-chart-card'
import { type FindsView, journalFindCard, journalFindsCard } from '../../cards/journal/journal-find-card'
import type { JournalReader } from '../../cards/journal/journal-item'
import { lusChoiceCard, lusFailedCard, lusOfferedCard, lusPageCard } from '../../cards/journal/lus-card'
import { lusPages } from '../../cards/journal/lus-text'
import { reflectionsCard } from '../../cards/journal/reflections-card'
import { waitingCard } from '../../cards/journal/waiting-card'
import type { CardContent } from '../../cards/kit/render'
import type { Library } from '../../framework/library'
import type { JournalPage } from '../../journal/list-reflections'
import type { WaitingPage } from '../../journal/list-waiting'
import type { LusChoice } from '../../journal/prepare-lus'
import type { Coverage } from '../../journal/reading/coverage'
import { type Place, placeKey } from '../../journal/reading/journal-entry'
import type { LusContent } from '../../journal/reading/lus-content'
import type { OwnScale } from '../../journal/show-scale'
import type { Leader } from '../../records/leader'
import type { Texts } from '../../texts'

type Finds = Omit<FindsView, keyof JournalReader>

/** What a leader sees of their own journal, in their own language. */
export interface JournalViews {
  /** @param waiting how many prompts wait for an answer */
  list(leader: Leader, page: JournalPage, isFirstPage: boolean, waiting?: number): CardContent
  waiting(leader: Leader, page: WaitingPage): CardContent
  /** @param places those that have any reflection */
  find(leader: Leader, places: readonly (Place | null)[], sought: { text: string; area: string }): CardContent
  finds(leader: Leader, finds: Finds): CardContent
  coverage(leader: Leader, coverage: Coverage | undefined): CardContent
  scale(leader: Leader, scale: OwnScale): CardContent
  lusChoice(leader: Leader, choice: LusChoice): CardContent
  lusOffered(leader: Leader, keys: readonly string[]): CardContent
  lusFailed(leader: Leader, keys: readonly string[]): CardContent
  lusPages(leader: Leader, content: LusContent): string[]
  lusPage(leader: Leader, keys: readonly string[], page: number, pages: number): CardContent
  /** What places are called, by key. */
  titles(leader: Leader, places: readonly (Place | null)[]): Map<string, string>
}

export function createJournalViews(library: Library, texts: Texts): JournalViews {
  const reader = ({ locale, timeZone, framework }: Leader): JournalReader => {
    return { library, texts, locale, timeZone, home: framework }
  }
  const titles: JournalViews['titles'] = (leader, places) =>
    new Map(places.map((place) => [placeKey(place), areaTitle(reader(leader), place, leader.framework)]))
  return {
    list: (leader, page, isFirstPage, waiting = 0) =>
      reflectionsCard({ ...reader(leader), ...page, isFirstPage, waiting }),
    waiting: (leader, page) => waitingCard(reader(leader), page),
    find(leader, places, sought) {
      const areas = [...titles(leader, places)].map(([value, title]) => ({ title, value }))
      return journalFindCard(reader(leader), areas, sought)
    },
    finds: (leader, finds) => journalFindsCard({ ...reader(leader), ...finds }),
    coverage: (leader, coverage) => coverageCard(reader(leader), coverage),
    scale: (leader, scale) => scaleCard(reader(leader), scale),
    lusChoice: (leader, choice) => lusChoiceCard(reader(leader), choice),
    lusOffered: (leader, keys) => lusOfferedCard(reader(leader), keys),
    lusFailed: (leader, keys) => lusFailedCard(reader(leader), keys),
    lusPages: (leader, content) => lusPages(content, reader(leader)),
    lusPage: (leader, keys, page, pages) => lusPageCard(reader(leader), keys, page, pages),
    titles,
  }
}
