const titledLink = /\]\((?:https?:|mailto:)[^)\]\s]*\)/gi
const address = /^\p{P}*(?:https?:\/\/|www\.|mailto:)/iu
const mailbox = /^[^@]+@[^@]+\.\p{L}{2,}\p{P}*$/u
const domain = /^\p{P}*[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*\.(?:dk|com|org|net|eu|info)(?:[/?#:]|\p{P}*$)/iu

/** A text without web and mail addresses, of which nothing is meant as a word; the title of a link stays. Linear in its length. */
export function withoutLinks(text: string): string {
  return text
    .replace(titledLink, ']')
    .split(/(\s+)/)
    .map((word) => (address.test(word) || mailbox.test(word) || domain.test(word) ? '' : word))
    .join('')
}
