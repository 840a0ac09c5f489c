const alike = 2

/** How a question begins: two that begin alike, one after the other, feel like the same question again. */
export function firstWords(question: string): string {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, alike).join(' ')
}
