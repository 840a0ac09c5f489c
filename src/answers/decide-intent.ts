import type { Findings } from './interpret'
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
  const isShort = findings.tokens.length <= 6
  const leansBack =
    findings.startsWith('followUp') || (isShort && asked === undefined && findings.concepts.length === 0)
  if (previous && isShort && leansBack && !isEmptyTalk(findings)) {
    return { intent: followed(findings, asked, previous), isFollowUp: true }
  }
  return { intent: asked ?? unstatedIntent(findings), isFollowUp: false }
}

function followed(findings: Findings, asked: Intent | undefined, previous: Query): Intent {
  if (asked) return asked
  if (findings.concepts.length > 0) return previous.intent === 'situation' ? 'situation' : 'topic'
  // "Hvad med Skanderborg?" after a refusal or a greeting asks for the plain thing.
  return previous.intent === 'help' || previous.intent === 'out-of-scope' ? 'expectations' : previous.intent
}

/** The intent a cue states outright; undefined when none does. */
function statedIntent(findings: Findings): Intent | undefined {
  const { has, roles, frameworks, concepts, area } = findings
  const isNamed = roles.length > 0 || frameworks.length > 0
  const topics = concepts.filter((concept) => concept.isTopic)
  if (findings.tokens.length === 0) return 'help'
  if (has('help') && !isNamed && topics.length <= 1 && findings.startsWith('help')) return 'help'
  if (has('outOfScope') && !findings.asksFramework && topics.length <= 1) return 'out-of-scope'
  if (has('compare') && isNamed) return 'compare'
  if (has('transition') && (roles.length > 1 || (roles.length === 1 && has('becoming')))) return 'transition'
  if (has('pitfalls')) return 'pitfalls'
  if (has('values') && topics.every((concept) => isValueWord(concept.written)) && (isNamed || concepts.length <= 1))
    return 'values'
  if (has('situation') && topics.length > 0 && !has('expectations')) return 'situation'
  if (isNamed && isAboutRole(findings)) return 'expectations'
  if (has('expectations') && topics.length === 0) return 'expectations'
  if (has('definition') && (concepts.length > 0 || area !== null)) return 'definition'
  if (has('situation') && !has('expectations')) return 'situation'
  return undefined
}

function unstatedIntent(findings: Findings): Intent {
  const { concepts, area, roles, frameworks } = findings
  if (isEmptyTalk(findings)) return 'out-of-scope'
  if (concepts.length === 0 && area === null) {
    if (roles.length > 0 || frameworks.length > 0 || findings.has('domain')) return 'expectations'
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
  return /v(æ|ae|a)rdi(er|erne|ers|ernes|grundlag|grundlaget)?$/i.test(written) || /^values$/i.test(written)
}
