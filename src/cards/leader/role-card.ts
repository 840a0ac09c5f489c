import type { Framework, Role } from '../../framework/schema'
import type { ThenTalk } from '../../records/expectation-talk'
import { type ActionData, button, primary, withoutInputs } from '../kit/button'
import { inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'

export interface RoleView extends Reader {
  readonly framework: Framework
  /** The role chosen before, as a slug. */
  readonly role?: string | null
  /** What it is asked for, said in place of the usual, and what goes on then. */
  readonly lead?: string
  readonly thenTalk?: ThenTalk | undefined
}

/** The choice of role in a municipality; the empty value is "another role, or not sure". */
export function roleCard(view: RoleView): CardContent {
  const { texts, locale, framework, thenTalk } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = t('role.title', { municipality: inert(framework.municipality) })
  const then: ActionData = thenTalk === undefined ? {} : { thenTalk }
  return {
    name: 'role-card',
    data: {
      lang: locale,
      title,
      text: view.lead ?? t(framework.profile === 'common' ? 'role.textCommon' : 'role.text'),
      label: t('role.label'),
      ...roleChoices(view),
      actions: [
        primary(button(t('role.save'), 'profile.save', { framework: framework.slug, ...then })),
        withoutInputs(button(t('role.elsewhere'), 'profile.show', then)),
      ],
      fallbackText: t('card.fallback', { title }),
      speak: `${title}. ${t('role.label')}`,
    },
    summary: title,
  }
}

/** A field to choose one of a municipality's roles in. */
export function roleChoices({
  texts,
  locale,
  framework,
  role,
}: Pick<RoleView, 'texts' | 'locale' | 'framework' | 'role'>) {
  const roles = choosableRoles(framework)
  return {
    id: 'role',
    error: texts(locale, 'role.error'),
    chosen: roles.some(({ slug }) => slug === role) ? role : '',
    choices: [
      ...roles.map(({ slug, title }) => ({ title: inert(title), value: slug })),
      { title: texts(locale, 'role.other'), value: '' },
    ],
  }
}

/** Roles a person can have, those who lead first. A group is nobody's role, and politicians are not led by this bot. */
function choosableRoles({ roles }: Framework): Role[] {
  const rank = ({ level, title }: Role) =>
    level === 'employee' ? 2 : level !== null ? 0 : /leder/i.test(title) ? 1 : 3
  return roles.filter((role) => !role.group && rank(role) < 3).sort((a, b) => rank(a) - rank(b))
}
