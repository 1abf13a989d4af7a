export const germanApp = {};
