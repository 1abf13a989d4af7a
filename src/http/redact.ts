/** The text with each of these secrets replaced by `[redacted]`. Empty and undefined secrets are skipped. */
export function redactSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets.reduce<string>(
    (redacted, secret) => (secret ? redacted.replaceAll(secret, '[redacted]') : redacted),
    text,
  );
}
