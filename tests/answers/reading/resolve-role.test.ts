import fc from 'fast-check'
import { resolveRole } from '../../../src/answers/reading/resolve-role'
import { allLeaders, levels } from '../../../src/framework/schema'
import { library, slugs, understand } from '../asking'

const named = (said: string) => {
  const [role] = understand(`Hvad forventes der af ${said}?`).roles
  if (!role) throw new Error(`no role in ${said}`)
  return role
}

test.each<[said: string, framework: string, slug: string, how: string, why: string]>([
  ['en chef', 'sonderborg', 'chefer', 'same', 'its own name'],
  ['en chef', 'skanderborg', 'fag-og-stabschef', 'same', 'the name it goes by there'],
  ['en direktør', 'sonderborg', 'direktionen', 'same', 'a director is one of the board'],
  ['en direktør', 'skanderborg', 'direktoer', 'same', 'the single role, not the board'],
  ['direktionen', 'skanderborg', 'direktion', 'same', 'the board, not the single role'],
  ['en mellemleder', 'sonderborg', 'leder-af-ledere', 'title', 'a job title that no framework uses'],
  ['en mellemleder', 'skanderborg', 'leder-af-leder', 'title', ''],
  ['en teamleder', 'skanderborg', 'leder-af-medarbejder', 'title', ''],
  ['en kontraktholder', 'skanderborg', 'kontraktholder', 'same', ''],
  ['en kontraktholder', 'sonderborg', allLeaders, 'none', 'another municipality’s own title'],
  ['en stabschef', 'sonderborg', 'chefer', 'level', 'nobody has that name, so the level of area'],
  ['en virksomhedsleder', 'skanderborg', 'kontraktholder', 'same', 'the head of an institution by another name'],
  ['en direktør', 'odder', allLeaders, 'common', 'one profile for all'],
  ['en chef', 'soro', allLeaders, 'common', 'one profile for all'],
  ['en teamleder', 'kerteminde', allLeaders, 'common', 'one profile for all'],
  ['en medarbejder', 'skanderborg', 'medarbejder', 'same', 'the one framework with a profile for staff'],
  ['en medarbejder', 'sonderborg', allLeaders, 'none', 'what is asked of leaders is not asked of staff'],
  ['en medarbejder', 'odder', allLeaders, 'none', 'nor where all leaders have one profile'],
])('%s in %s is %s (%s) %s', (said, framework, slug, how) => {
  expect(resolveRole(library, named(said), framework)).toEqual({ framework, slug, how })
})

test('every role leads to points of the framework asked, or says that there are none', () => {
  const role = fc.record({
    said: fc.constant('rollen'),
    level: fc.constantFrom(...levels, null),
    use: fc.constantFrom('general' as const, 'framework' as const, 'job' as const),
    as: fc.subarray(library.frameworks.flatMap((framework) => framework.roles.map(({ slug }) => slug)).concat('konge')),
  })
  fc.assert(
    fc.property(role, fc.constantFrom(...slugs), (asked, framework) => {
      const found = resolveRole(library, asked, framework)
      expect(found.framework).toBe(framework)
      if (found.how !== 'none') expect(library.select({ framework, role: found.slug })).not.toEqual([])
      if (found.how === 'level') expect(library.role(framework, found.slug)?.group).toBe(false)
      if (asked.level === 'employee' && found.how === 'level')
        expect(library.role(framework, found.slug)?.level).toBe('employee')
    }),
  )
})

test('a framework that is not there has no role', () => {
  expect(resolveRole(library, named('en chef'), 'aarhus').how).toBe('none')
})
