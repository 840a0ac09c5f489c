const guidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether it has the form of Entra's ids of people, apps and tenants. */
export function isGuid(text: string): boolean {
  return guidForm.test(text)
}
