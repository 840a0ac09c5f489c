/** Something that can be shown or hidden, with the row that does it. Ids are unique in a card. */
export interface Fold {
  readonly id: string
  readonly isOpen: boolean
  /** One row, or none where there is nothing to fold. */
  readonly toggle: readonly Toggle[]
}

export interface Toggle {
  readonly text: string
  /** What a screen reader says of the row. */
  readonly title: string
  readonly openId: string
  readonly closedId: string
  readonly isOpen: boolean
  readonly isClosed: boolean
  readonly targets: readonly string[]
}

/** A part of a card behind a row. @param title what the row does, for those who do not see it */
export function foldable(id: string, isOpen: boolean, text: string, title: string): Fold {
  const openId = `${id}-open`
  const closedId = `${id}-closed`
  return {
    id,
    isOpen,
    toggle: [{ text, title, openId, closedId, isOpen, isClosed: !isOpen, targets: [id, openId, closedId] }],
  }
}

/** A part that always shows. */
export function unfolded(id: string): Fold {
  return { id, isOpen: true, toggle: [] }
}
