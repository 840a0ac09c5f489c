/** A complete environment; the values are nobody's. */
export const sampleEnv = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  PEJLING_TEAMS_APP_ID: '99999999-8888-4777-8666-555555555555',
  PEJLING_PUBLIC_URL: 'https://pejling.example.dk/bot',
  PEJLING_DEVELOPER_NAME: 'Leder & "Pejling" A/S',
  PEJLING_DEVELOPER_URL: 'https://example.dk',
  PEJLING_PRIVACY_URL: 'https://example.dk/privatliv',
  PEJLING_TERMS_URL: 'https://example.dk/vilkaar',
}
