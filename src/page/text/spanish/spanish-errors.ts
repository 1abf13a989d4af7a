export const spanishErrors = {};
