/** What `roster import` reads and takes. */
export const rosterHelp = `
FILE is Excel (.xlsx) or text with semicolons, commas or tabs between. Its first row names the columns, in Danish or English:
  e-mail, upn or object id   who it is; one of them is needed
  name, or first and last name
  role or title              the role's own name, its slug, or a job title ("pejling roles" lists the roles)
  unit, municipality, time zone
Other columns are told and not used. What a leader has chosen in the chat stays.

  --dry-run               tell what would be done, and do nothing
  --skip-faults           import the rows that can be read although others cannot
  --role "TITLE=ROLE"     what a title stands for; as often as needed
  --leavers               whoever the file does not name gets no more prompts; needs --by
  --by NAME               who does it, for the audit
`
