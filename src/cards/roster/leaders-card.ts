import type { HrRight } from '../../caller/context'
import type { ListedLeader } from '../../people/roster/list-leaders'
import { enumerate } from '../../texts'
import { button, primary } from '../kit/button'
import { nameOf, type Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'

export interface LeadersView extends Reader {
  readonly leaders: readonly ListedLeader[]
  /** Of who reads: for some units, they see these alone and bring no list. */
  readonly right: HrRight
}

/** What is read at a glance; the rest is counted. */
const mostUnits = 10
const mostRoles = 10
const longestUnits = 300

/** HR's leaders: how many are known and in touch, by role and unit, and how to bring a list. */
export function leadersCard(view: LeadersView): CardContent {
  const { leaders, right, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, `leaders.${key}`, params)
  const waiting = leaders.filter(({ isInTouch }) => !isInTouch).length
  const counts = { n: leaders.length, inTouch: leaders.length - waiting, waiting }
  const isEmpty = leaders.length === 0
  const isForAll = right.kind === 'everything'
  return sheetCard(view, {
    title: t('title'),
    text: [
      ...(right.kind === 'units'
        ? [t('ownUnits', { units: shortened(enumerate(locale, right.units), longestUnits) })]
        : []),
      t(isEmpty && right.kind === 'units' ? 'noneInUnits' : knownKey(counts), counts),
      ...(leaders.some(({ isCaller }) => isCaller) ? [t(leaders.length === 1 ? 'yourself1' : 'yourself')] : []),
    ].join('\n'),
    sections: isEmpty
      ? []
      : [
          { heading: t('byRole'), text: linesOf(view, (leader) => roleOf(view, leader), mostRoles) },
          { heading: t('byUnit'), text: linesOf(view, ({ unit }) => unit ?? t('noUnit'), mostUnits) },
        ],
    buttons: [
      ...(isForAll ? [primary(button(t('import'), 'leaders.how')), button(t('template'), 'leaders.template')] : []),
      ...(waiting > 0 ? [button(t('waiting'), 'leaders.waiting')] : []),
      ...(isForAll ? [button(t('inform'), 'leaders.inform')] : [button(t('campaigns'), 'campaign.list')]),
    ],
  })
}

function knownKey({ n, waiting }: { readonly n: number; readonly waiting: number }): string {
  if (n === 0) return 'none'
  if (n === 1) return waiting === 0 ? 'known1' : 'known1Waiting'
  return waiting === 0 ? 'allInTouch' : 'known'
}

/** The largest groups first. */
function linesOf(
  { leaders, texts, locale }: LeadersView,
  group: (leader: ListedLeader) => string,
  most: number,
): string {
  const groups = new Map<string, { n: number; waiting: number }>()
  for (const leader of leaders) {
    const name = group(leader)
    const { n, waiting } = groups.get(name) ?? { n: 0, waiting: 0 }
    groups.set(name, { n: n + 1, waiting: waiting + (leader.isInTouch ? 0 : 1) })
  }
  const sorted = [...groups].sort(([a, { n }], [b, other]) => other.n - n || a.localeCompare(b, 'da'))
  const rest = sorted.length - most
  return [
    ...sorted
      .slice(0, most)
      .map(([name, counts]) =>
        texts(locale, counts.waiting > 0 ? 'leaders.lineWaiting' : 'leaders.line', { name, ...counts }),
      ),
    ...(rest > 0 ? [texts(locale, rest === 1 ? 'leaders.moreOne' : 'leaders.more', { n: rest })] : []),
  ].join('\n')
}

function roleOf({ library, texts, locale, home }: LeadersView, { framework, role }: ListedLeader): string {
  const title = framework !== null && role !== null ? library.role(framework, role)?.title : undefined
  if (framework === null || title === undefined) return texts(locale, 'leaders.noRole')
  return framework === home ? title : `${title}, ${nameOf(library, framework)}`
}
