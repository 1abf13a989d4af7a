export const spanishScopes = {};
