export const spanishApp = {};
