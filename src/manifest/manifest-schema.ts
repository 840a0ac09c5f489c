import { z } from 'zod'

const text = z.string().min(1)
// Teams looks for the files of a package at its root.
const fileName = z.string().regex(/^[\w-]+\.(json|png)$/, 'must be a file name without a folder')

/**
 * What the build relies on in the manifest. Whether it is a manifest at all is for Microsoft's own schema to say, which
 * the tests hold it against; that package is not there when an operator builds.
 */
export const manifestSchema = z.looseObject({
  id: z.guid(),
  version: text,
  name: z.object({ short: text, full: text.optional() }),
  description: z.object({ short: text, full: text }),
  icons: z.object({ color: fileName, outline: fileName }),
  developer: z.looseObject({ websiteUrl: text, privacyUrl: text, termsOfUseUrl: text }).optional(),
  validDomains: z.array(z.string()).optional(),
  localizationInfo: z.object({
    defaultLanguageTag: text,
    additionalLanguages: z.array(z.object({ languageTag: text, file: fileName })),
  }),
  composeExtensions: z
    .array(
      z.looseObject({
        botId: z.guid(),
        commands: z.array(
          z.looseObject({
            title: text,
            description: text,
            parameters: z.array(z.looseObject({ title: text, description: text })),
          }),
        ),
      }),
    )
    .default([]),
  bots: z.array(
    z.looseObject({
      botId: z.guid(),
      commandLists: z.array(
        z.looseObject({
          commands: z.array(z.looseObject({ title: text, description: text.optional(), prompt: text.optional() })),
        }),
      ),
    }),
  ),
})
export type Manifest = z.infer<typeof manifestSchema>

/** One language's texts, by the path of the text they replace. */
export const translationSchema = z.record(z.string(), z.string().min(1))
