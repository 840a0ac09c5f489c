import { dataDir } from '../../src/paths'
import { loadTexts, type Params } from '../../src/texts'

const texts = loadTexts(dataDir)

// What a leader reads under a key. Tests of what the bot does hold the key; the wording is for the card tests to hold.

export const da = (key: string, params?: Params): string => texts('da', key, params)
export const en = (key: string, params?: Params): string => texts('en', key, params)
