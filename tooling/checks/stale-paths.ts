import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const documents = ['*.md', 'docs/**/*.md', '{apps,packages,tooling}/*/*.md'];
const sources = ['{apps,packages,tooling}/*/{src,migrations}/**/*.{ts,tsx}', 'tooling/*/*.{ts,mjs}'];
const ours = /^(apps|packages|tooling|docs|\.ci)\/[\w./@*{},[\]-]+$/;

/** Documents, and comments in sources, that cite a path of ours which is gone. One line each, `file:line: path`. */
export function stalePaths(root: string): string[] {
  const files = (patterns: readonly string[]) =>
    globSync([...patterns], { cwd: root, exclude: (name) => name === 'node_modules' || name === 'testdata' });
  return [
    ...files(documents).flatMap((file) => staleIn(root, file, citedInDocument)),
    ...files(sources).flatMap((file) => staleIn(root, file, citedInComment)),
  ];
}

type Cited = (line: string, file: string) => string[];

function staleIn(root: string, file: string, cited: Cited): string[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((line, at) =>
    cited(line, file)
      .filter((path) => !stands(root, path))
      .map((path) => `${file}:${at + 1}: ${path}`),
  );
}

/** Inline code that reads as a path of ours, and links to files beside the document. */
const citedInDocument: Cited = (line, file) => {
  const inline = [...line.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path.replace(/:\d+$/, '')).filter((path) => ours.test(path));
  const linked = [...line.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/^([a-z]+:|\/)/.test(path));
  return [...inline, ...linked.map((path) => normalize(join(dirname(file), path)))];
};

const citedInComment: Cited = (line) =>
  /^\s*(\/\*\*|\*|\/\/)/.test(line)
    ? [...line.matchAll(/`((?:apps|packages|tooling|docs)\/[\w./-]+\.\w+)`/g)].map(([, path = '']) => path)
    : [];

/** A path with `*` stands when anything fits it. */
function stands(root: string, path: string): boolean {
  return /[*{]/.test(path) ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
}
