/**
 * The file that Refrain is installed from, in every text that we show. `npm pack` makes it in a copy of the repository. No
 * text installs or runs `refrain` by its name: we do not own that name in the registry, so it could become a program that
 * collects tokens.
 */
export const packedFile = 'refrain-0.1.0.tgz';
