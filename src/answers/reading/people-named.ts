import type { Token } from '../../search/danish'

interface Span {
  readonly from: number
  readonly to: number
}

const surname = /(sen|gaard|gård)s?$/i

/** People called by name, with a capital: "Mette Hansen", "Søren", "fru Jensen". Their names are no words to search for. */
export function peopleNamed(isGivenName: (token: Token) => boolean, tokens: readonly Token[]): Span[] {
  const people: Span[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (!isCapital(tokens[from]) || !isPart(tokens[from])) continue
    let to = from + 1
    while (isCapital(tokens[to]) && tokens[to]?.clause === tokens[from]?.clause) to++
    people.push({ from, to })
    from = to
  }
  return people

  function isPart(token: Token | undefined): boolean {
    return token !== undefined && (isGivenName(token) || (token.written.length > 5 && surname.test(token.written)))
  }
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.written)
}
