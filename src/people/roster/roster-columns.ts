/** What a column can tell of a leader. `title`: a job title, which counts where no role is told. */
const rosterColumns = [
  'objectId',
  'email',
  'upn',
  'name',
  'firstName',
  'lastName',
  'framework',
  'role',
  'title',
  'unit',
  'timeZone',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** What Danish and English lists call them, written as one word. */
const headings: Readonly<Record<RosterColumn, readonly string[]>> = {
  objectId: [
    'objectid',
    'objektid',
    'brugerid',
    'userid',
    'entraid',
    'azureid',
    'azureadid',
    'aadobjectid',
    'id',
    'oid',
  ],
  email: [
    'email',
    'emails',
    'mail',
    'emailadresse',
    'mailadresse',
    'emailaddress',
    'mailaddress',
    'epost',
    'arbejdsmail',
    'arbejdsemail',
    'workemail',
    'primarysmtpaddress',
  ],
  upn: ['upn', 'userprincipalname', 'brugerhovednavn', 'principalname', 'login', 'brugernavn', 'username'],
  name: [
    'navn',
    'name',
    'displayname',
    'visningsnavn',
    'vistnavn',
    'fuldenavn',
    'fuldtnavn',
    'fullname',
    'leder',
    'leader',
  ],
  firstName: ['fornavn', 'fornavne', 'firstname', 'givenname'],
  lastName: ['efternavn', 'efternavne', 'lastname', 'surname', 'familyname'],
  framework: ['framework', 'kommune', 'municipality', 'ledelsesgrundlag', 'grundlag', 'leadershipframework'],
  role: [
    'rolle',
    'role',
    'lederrolle',
    'leaderrole',
    'leadershiprole',
    'niveau',
    'ledelsesniveau',
    'lederniveau',
    'level',
  ],
  title: ['titel', 'title', 'stilling', 'stillingsbetegnelse', 'stillingstitel', 'jobtitel', 'jobtitle', 'position'],
  unit: [
    'enhed',
    'unit',
    'afdeling',
    'department',
    'forvaltning',
    'organisation',
    'organisationsenhed',
    'organisatoriskenhed',
    'organizationalunit',
    'orgunit',
    'arbejdssted',
    'arbejdsplads',
    'tjenestested',
    'institution',
    'center',
    'team',
  ],
  timeZone: ['tidszone', 'timezone'],
}

const byHeading = new Map(
  rosterColumns.flatMap((column) => headings[column].map((heading, rank) => [heading, { column, rank }] as const)),
)

/**
 * The column that a heading stands for, however it is written: "E-mail adresse", "user_principal_name", "Navn:".
 * `rank`: of several headings that mean the same, the lowest is the plainest.
 */
export function columnMeant(heading: string): { readonly column: RosterColumn; readonly rank: number } | undefined {
  return byHeading.get(heading.toLowerCase().replace(/[^a-zæøå0-9]/g, ''))
}
