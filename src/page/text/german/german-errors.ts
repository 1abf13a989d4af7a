export const germanErrors = {};
