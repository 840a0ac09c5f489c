import type { Library } from '../../framework/library'
import type { Vocabulary } from '../../search/vocabulary'
import type { Profile } from '../profile'
import type { CountedKinds } from './counted-kinds'
import type { Examples } from './examples'
import type { Names } from './names'
import type { SpellOut } from './spell-out'

/** What a text is read with, made once. */
export interface Known {
  readonly library: Library
  readonly names: Names
  readonly vocabulary: Vocabulary
  readonly examples: Examples
  readonly counted: CountedKinds
  readonly spellOut: SpellOut
}

export interface Asker {
  readonly profile: Profile | undefined
  /** The municipality that everybody here works for. */
  readonly home: string | undefined
}
