export const germanScopes = {};
