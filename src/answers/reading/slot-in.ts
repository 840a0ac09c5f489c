/** The slot that a word of an example line is: "ROLLEs" is one. */
export function slotIn(word: string): string | undefined {
  return /^(ROLLE|KOMMUNE|OMRÅDE|EMNE|TAL)/.exec(word)?.[0]
}
