/** Then comes what is to be said to HR: a colon, a line's end, or a dash that parts. */
const address =
  /^\s*(?:(?:kan|må|vil|can|may) (?:jeg|du|i|you) (?:gerne |please )?)?(?:tale?|snakke?|skrive?|talk|speak|write|send|sende|besked|message|kontakte?|contact|tell)(?: (?:en )?besked)?(?: (?:med|til|to|with))? (?:hr|human resources|personaleafdelingen)(?:\s*[:\n]|\s+[-–—]\s)\s*(\S[\s\S]*)$/i

/** What somebody who addresses HR has written to them, as "tal med HR: må jeg ringe?"; undefined where nothing is. Pure. */
export function readHrMessage(text: string): string | undefined {
  return address.exec(text)?.[1]?.trim()
}
