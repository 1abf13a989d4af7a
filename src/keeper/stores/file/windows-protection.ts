/** What takes the place of mode 0600 on Windows, for a command to show. */
export const windowsProtection =
  'Windows has no file modes: a folder inside your user profile is readable by you, the system and administrators ' +
  'alone, and that takes the place of 0600. Refrain does not check it. For a folder elsewhere, see to it yourself: ' +
  'icacls FOLDER /inheritance:r /grant:r "%USERNAME%:(OI)(CI)F"';
