export const germanForm = {};
