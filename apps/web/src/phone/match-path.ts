/** The parts of `path` named by `pattern` (`/m/p/:code`), or null when it is another page. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [at, step] of wanted.entries()) {
    const found = given[at] ?? '';
    if (step.startsWith(':') && found !== '') parts[step.slice(1)] = decoded(found);
    else if (step !== found) return null;
  }
  return parts;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
