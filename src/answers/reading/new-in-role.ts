const still = '(?:(?:helt|lige|netop|først|nu|just|quite)\\s+)*'
const saysNew = new RegExp(
  `^(?:jeg\\s+er|i\\s+am|i’m|i'm)?\\s*${still}(?:ny|nyansat|nystartet|new)\\s+(?:i|in|to)\\s+(?:(?:min|rollen|jobbet|stillingen|lederrollen|the|my)\\s*)(?:nye\\s+|new\\s+)?(?:rolle|role|job|stilling)?$`,
  'u',
)
const hasBecome = new RegExp(
  `^(?:jeg\\s+er|i\\s+am|i\\s+have)\\s+${still}(?:blevet|begyndt som|startet som|tiltrådt som|udnævnt til|nyudnævnt|ny|become|started as|the new|a new)\\s+(?:en\\s+|a\\s+)?`,
  'u',
)
const recently =
  /(?<!\p{L})(?:blevet|begyndt|startet|tiltrådt|tiltræder|udnævnt|nyudnævnt|nyansat|skiftet|fået (?:nyt?|job|stilling)|become|started|new role|new job|been promoted|promoted)(?!\p{L})/u

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\s.!]+$/, '')
    .trim()
}

/** Whether somebody says that they are new in the role they have, and nothing else: "jeg er ny i rollen". Pure. @param role its title */
export function isNewInOwnRole(text: string, role: string): boolean {
  const said = plain(text)
  if (saysNew.test(said)) return true
  const become = hasBecome.exec(said)?.[0]
  return become !== undefined && said.slice(become.length) === plain(role)
}

/** Whether a text that tells a role tells of having come into it: "jeg er lige blevet kontraktholder". Pure. */
export function tellsOfNewRole(text: string): boolean {
  return recently.test(plain(text))
}
