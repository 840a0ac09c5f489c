import type { Token } from '../../search/danish'

/** Words that stand beside each other, as they stand in the text: "fag- og stabschef" keeps its hyphen. */
export function asWritten(tokens: readonly Token[], text: string): string {
  const words = tokens.map((token) => token.written)
  const found = new RegExp(words.join('[^\\p{L}\\p{N}]{1,3}'), 'u').exec(text.normalize('NFC'))
  return found?.[0] ?? words.join(' ')
}
