export const germanHtml: Readonly<Record<string, string>> = {
  languages: 'Sprache',
  registerHow:
    'Wähle **App erstellen** in [Spotifys Dashboard](dashboard), setze ein Häkchen bei **Web API** und füge diese Adresse hinzu:',
  copy: 'Kopieren',
};
