import fc from 'fast-check'

// With fast-check's own `unit: 'binary'` every suite would make a table of all 1.1 million characters, to look up a few words in.
const anyCharacter = fc.integer({ min: 0, max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code))

/** Any characters that there are, halves of them included, and the words that every object of JavaScript knows. */
export function anyText(maxLength = 10): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.string({ unit: anyCharacter, maxLength }) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty') },
  )
}
