import { locales } from '../../src/texts'
import { hrCards } from '../cards/hr/hr-samples'
import { readerIn } from '../cards/sample-cards'
import { shootEach } from './card-gallery'

// Pictures of HR's desk: npx tsx tests/support/shoot-hr.ts FOLDER

const [folder = 'screenshots/hr'] = process.argv.slice(2)
const contents = Object.fromEntries(
  locales.flatMap((locale) =>
    Object.entries(hrCards(readerIn(locale))).map(([name, content]) => [`${name}-${locale}`, content]),
  ),
)
shootEach(contents, 360, folder).catch((error) => {
  process.stderr.write(`${error}\n`)
  process.exitCode = 1
})
