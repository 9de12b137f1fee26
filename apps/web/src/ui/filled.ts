/** Whether a condition says anything: an empty text, list or nothing at all does not. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** Only the conditions that say something, texts without blanks around them. */
export function filled(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : (value as unknown)] as const)
      .filter(([, value]) => isFilled(value)),
  );
}
