import type { Concept } from '../search/vocabulary'
import type { Findings } from './findings'
import type { Intent, Query } from './query'

export interface Decision {
  readonly intent: Intent
  /** The question leans on the turn before ("og faldgruberne?"). */
  readonly isFollowUp: boolean
}

/**
 * What a question wants, from what it names and the cue words in it. The order is from the most telling cue
 * to the least; what nothing else claims is a topic to search for.
 */
export function decideIntent(findings: Findings, previous: Query | undefined): Decision {
  const asked = statedIntent(findings)
  const isShort = findings.tokens.length <= 8
  const leansBack =
    findings.startsWith('followUp') || (isShort && asked === undefined && findings.concepts.length === 0)
  if (previous && isShort && leansBack && !isEmptyTalk(findings)) {
    return { intent: followed(findings, asked, previous), isFollowUp: true }
  }
  return { intent: asked ?? unstatedIntent(findings), isFollowUp: false }
}

function followed(findings: Findings, asked: Intent | undefined, previous: Query): Intent {
  if (asked) return asked
  if (findings.has('against') && findings.roles.length + findings.frameworks.length > 0) return 'compare'
  if (findings.concepts.length > 0) return previous.intent === 'situation' ? 'situation' : 'topic'
  // "Hvad med Skanderborg?" after a refusal or a greeting asks for the plain thing.
  return previous.intent === 'help' || previous.intent === 'out-of-scope' ? 'expectations' : previous.intent
}

/** What a question may state outright, the most telling first. */
const stated: readonly (readonly [Intent, (findings: Findings) => boolean])[] = [
  ['help', ({ tokens }) => tokens.length === 0],
  ['help', (findings) => findings.startsWith('help') && !isNamed(findings) && topicsOf(findings).length <= 1],
  ['out-of-scope', (f) => f.has('outOfScope') && !f.asksFramework && topicsOf(f).length <= 1],
  ['transition', ({ has, roles }) => has('becoming') && roles.length > 1],
  ['compare', (findings) => findings.has('compare') && isNamed(findings)],
  ['compare', ({ has, roles, frameworks }) => has('against') && (roles.length > 1 || frameworks.length > 1)],
  [
    'transition',
    ({ has, roles }) => has('transition') && (roles.length > 1 || (roles.length === 1 && has('becoming'))),
  ],
  ['pitfalls', ({ has }) => has('pitfalls')],
  ['values', asksValues],
  ['situation', (findings) => isTrouble(findings) && topicsOf(findings).length > 0],
  ['expectations', isAboutRole],
  ['expectations', (findings) => findings.has('expectations') && topicsOf(findings).length === 0],
  ['definition', ({ has, concepts, area }) => has('definition') && (concepts.length > 0 || area !== null)],
  ['situation', isTrouble],
]

/** The intent a cue states outright; undefined when none does. */
function statedIntent(findings: Findings): Intent | undefined {
  return stated.find(([, holds]) => holds(findings))?.[0]
}

function isNamed({ roles, frameworks }: Findings): boolean {
  return roles.length > 0 || frameworks.length > 0
}

function topicsOf({ concepts }: Findings): readonly Concept[] {
  return concepts.filter((concept) => concept.isTopic)
}

function isTrouble({ has, isQuestion, startsWith }: Findings): boolean {
  const isOwn = !isQuestion || has('self') || startsWith('situation')
  return has('situation') && !has('expectations') && isOwn
}

function asksValues(findings: Findings): boolean {
  const isAlone = topicsOf(findings).every((concept) => isValueWord(concept.written))
  return findings.has('values') && isAlone && (isNamed(findings) || findings.concepts.length <= 1)
}

function unstatedIntent(findings: Findings): Intent {
  const { concepts, area, roles } = findings
  if (isEmptyTalk(findings)) return 'out-of-scope'
  if (concepts.length === 0 && area === null) {
    if (isNamed(findings) || findings.has('domain')) return 'expectations'
    return findings.has('self') && findings.isQuestion ? 'help' : 'out-of-scope'
  }
  if (area !== null && roles.length > 0 && !concepts.some((concept) => concept.isTopic)) return 'expectations'
  return isStory(findings) ? 'situation' : 'topic'
}

/** A text of some length that asks nothing and tells of somebody: a leader's own trouble. */
function isStory(findings: Findings): boolean {
  return !findings.isQuestion && findings.tokens.length >= 5 && findings.has('story')
}

/** Nothing is left but the role and words such as "opgaver" and "ansvar". */
function isAboutRole(findings: Findings): boolean {
  return (
    findings.roles.length > 0 &&
    findings.area === null &&
    findings.concepts.length === 0 &&
    (findings.has('roleWords') || findings.has('expectations'))
  )
}

function isEmptyTalk(findings: Findings): boolean {
  return (
    findings.has('smallTalk') &&
    findings.concepts.every((concept) => !concept.isTopic) &&
    findings.roles.length === 0 &&
    findings.frameworks.length === 0
  )
}

/** "Værdier" in the plural: what a framework stands on. "Skaber værdi for borgerne" is another thing. */
function isValueWord(written: string): boolean {
  return (
    /v(æ|ae|a)rdi(er|erne|ers|ernes|grundlag|grundlaget)?$/i.test(written) ||
    /^(our |core |the )*values$/i.test(written)
  )
}
