/** Looks at all of them, so many side by side. @returns what was found, in the order of the items */
export async function atOnce<A, B>(most: number, items: readonly A[], look: (item: A) => Promise<B>): Promise<B[]> {
  const found: B[] = []
  for (let i = 0; i < items.length; i += most) {
    found.push(...(await Promise.all(items.slice(i, i + most).map(look))))
  }
  return found
}
