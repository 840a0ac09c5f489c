/** What may stand before a bare "medarbejder" without changing whom it means. */
export const articles = new Set([
  'en',
  'et',
  'den',
  'alle',
  'almindelig',
  'menig',
  'menige',
  'helt',
  'almindelige',
  'a',
  'an',
  'the',
])
