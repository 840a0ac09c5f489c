import type { Absence } from './absence'
import { dateWords, namesDay } from './date-words'
import { readSaidAbsence, type SaidAbsence } from './said-absence'
import { addMonths } from './span'

/**
 * When somebody is away. `either`: what was said can mean each of these, or only one that should not be taken for granted. `open`: it
 * begins, and no end was named. `past` is also today.
 */
export type AbsenceReading =
  | { readonly status: 'absence'; readonly absence: Absence }
  | { readonly status: 'either'; readonly choices: readonly Absence[] }
  | { readonly status: 'open'; readonly from: string }
  | { readonly status: 'past' | 'too-far' | 'no-such-date' | 'unclear' }

const furthestMonths = 12
/** A year that was not said and lies further ahead is hardly meant. */
const guessedMonths = 11

/**
 * Reads from when until when somebody is away: "til 1. august", "i påsken", "fra mandag til fredag", "3 uger", "uge 28 til 30". What is
 * named by "til" ends before it, "til og med" after it; a period ends with itself. Danish and English alike. Pure.
 * @param today the leader's own date, YYYY-MM-DD
 */
export function readAbsence(text: string, today: string): AbsenceReading {
  const said = readSaidAbsence(dateWords(text), today, namesDay(text))
  if (said === undefined) return { status: 'unclear' }
  if (typeof said === 'string') return { status: said }
  if ('open' in said) return said.open <= today ? { status: 'unclear' } : { status: 'open', from: said.open }
  return heldAgainst(today, said)
}

function heldAgainst(today: string, { choices, isGuessed }: SaidAbsence): AbsenceReading {
  const ahead = choices.filter(({ until }) => until > today).map((each) => beginning(each, today))
  const [first] = ahead
  if (!first) return { status: 'past' }
  const near = ahead.filter(({ until }) => until <= addMonths(today, furthestMonths))
  if (near.length === 0) return { status: 'too-far' }
  if (choices.length > 1) return { status: 'either', choices: near }
  const isDoubtful = isGuessed && (first.from ?? first.until) > addMonths(today, guessedMonths)
  return isDoubtful ? { status: 'either', choices: near } : { status: 'absence', absence: first }
}

function beginning({ from, until }: Absence, today: string): Absence {
  return { from: from !== null && from > today ? from : null, until }
}
