export const spanishForm = {};
