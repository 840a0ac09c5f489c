import type { Answer, Section } from '../../answers/answer'
import type { Library } from '../../framework/library'
import { allLeaders, type Role } from '../../framework/schema'
import { enumerate, genitive, type Locale } from '../../texts'
import { nameOf, type Reader } from '../kit/reader'
import { isOneLeader, roleInSentence } from './role-phrase'

/** More roles than these make no heading. */
const mostNamed = 3

/** The card's heading: what was asked, said as what is shown. */
export function answerTitle(answer: Answer, reader: Reader): string {
  const { texts, locale, library } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const count = answer.frameworks.length === 1 ? 'one' : 'many'
  const params = {
    frameworksOf: enumerate(
      locale,
      answer.frameworks.map((slug) => genitive(locale, nameOf(library, slug))),
    ),
  }
  switch (answer.intent) {
    case 'expectations':
    case 'pitfalls':
      return listTitle(answer, reader)
    case 'definition':
      return answer.subject ? t('answer.definition.of', { subject: answer.subject }) : t('answer.definition.plain')
    case 'values':
      return t(`answer.values.${count}`, params)
    case 'compare':
    case 'transition': {
      const [a, b] = sidesOf(answer, reader)
      return a && b ? t(`answer.${answer.intent}`, { a, b }) : t(`answer.${answer.intent}What`)
    }
    case 'topic': {
      const area = areaTitle(answer, library)
      return area ? t(`answer.topicArea.${count}`, { ...params, area }) : t(`answer.topic.${count}`, params)
    }
    case 'situation':
      return t('answer.situation')
    case 'absent': {
      if (answer.isUneasy) return t('answer.uneasy')
      const isUnknown = answer.notes.some((note) => note.key === 'note.unknownMunicipality')
      return isUnknown ? t('answer.absent.unknown') : t(`answer.absent.${count}`, params)
    }
    case 'out-of-scope':
    case 'help':
      return t(`talk.${answer.talk ?? 'outside'}.title`)
  }
}

/** A role as the sentence takes it: lower case in Danish, the framework's own title in quotation marks in English. */
export function saidRole(title: string, locale: Locale): string {
  return locale === 'da' ? roleInSentence(title) : `“${title}”`
}

function listTitle({ intent, sections, isOwn }: Answer, { library, texts, locale }: Reader): string {
  const single = sections.filter(({ heading }) => heading !== 'group')
  const own = single.length > 0 ? single : sections
  const roles = own.map((section) => (section.role ? library.role(section.framework, section.role) : undefined))
  const role = sharedRole(roles.filter((known) => known !== undefined))
  const speaksToAll = role?.level === null && (role.everyLeader || role.slug === allLeaders)
  if (!role || speaksToAll || roles.includes(undefined)) {
    const isShared = sections.every(({ framework }) => library.framework(framework)?.speaksTo === 'together')
    const several = roles.flatMap((each) => (each?.level ? [saidRole(each.title, locale)] : []))
    if (!isOwn && several.length > 1 && several.length <= mostNamed)
      return texts(locale, `answer.${intent}.ofRole`, { role: enumerate(locale, several) })
    return texts(locale, `answer.${intent}.${isShared ? 'asLeaders' : 'asLeader'}`)
  }
  const said = locale === 'da' ? roleInSentence(role.title) : role.title
  return texts(locale, `answer.${intent}.${isOneLeader(role) ? (isOwn ? 'asRole' : 'ofOne') : 'ofRole'}`, {
    role: said,
  })
}

/** The role that all sections are about; "Leder af leder" and "Leder af ledere" are the same to a reader. */
function sharedRole(roles: readonly Role[]): Role | undefined {
  const longest = roles.reduce<Role | undefined>(
    (found, role) => (found && found.title.length >= role.title.length ? found : role),
    undefined,
  )
  return roles.every((role) => longest?.title === role.title || longest?.title === `${role.title}e`)
    ? longest
    : undefined
}

/** The two that are held up against each other: two roles of a framework, or two frameworks. */
function sidesOf({ frameworks, roles, sections }: Answer, { library, locale }: Reader): string[] {
  const [first, second] = frameworks
  if (first && second) return [first, second].map((slug) => nameOf(library, slug))
  const sides = roles.length > 0 ? roles : sections.flatMap((section: Section) => section.role ?? [])
  return sides.slice(0, 2).map((role) => saidRole(library.role(first ?? '', role)?.title ?? role, locale))
}

function areaTitle({ area, frameworks }: Answer, library: Library): string | undefined {
  if (!area) return undefined
  return frameworks.flatMap((slug) => library.framework(slug)?.areas.find((each) => each.slug === area)?.title ?? [])[0]
}
