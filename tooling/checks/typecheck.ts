import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Checks the types of every package as one build: each is checked once, and whoever imports it reads its declarations instead of working
 * its types out again. The configurations are made here from each package's own and from what it depends on, so there is nothing to keep in step.
 * `--of apps/api` checks that package and what it depends on; `--into` names another folder for what is remembered from one check to the next.
 */
const root = join(import.meta.dirname, '..', '..');
/** Several checkers of one program work out the same types each for itself; several programs at once do not. */
const atOnce = ['--checkers', '1', '--builders', '2'];
/** The largest program that nobody imports. */
const pages = 'apps/web';
/** The compiler holds on to most of what it makes: it is looked through for what may go only when there is no more room. */
const memory = { GOGC: 'off', GOMEMLIMIT: '4GiB' };
/** Declarations are written out for who reads them: of a package that nobody imports, there are none. */
const declared = { noEmit: false, composite: true, emitDeclarationOnly: true };
const checked = { noEmit: true, incremental: true };
const { values } = parseArgs({ options: { of: { type: 'string', default: '.' }, into: { type: 'string' } } });
const built = values.into ?? join(root, 'node_modules', '.types');

type Manifest = {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};
type Config = { readonly include?: readonly string[]; readonly exclude?: readonly string[] };

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const folders = globSync('{apps,packages,tooling}/*/tsconfig.json', { cwd: root }).map(dirname).toSorted();
const manifests = new Map(folders.map((folder) => [folder, read(join(root, folder, 'package.json')) as Manifest]));
const folderOf = new Map([...manifests].map(([folder, { name }]) => [name, folder]));
const neededBy = new Map([...manifests].map(([folder, manifest]) => [folder, neededOf(manifest)]));
const imported = new Set([...neededBy.values()].flat());

for (const folder of folders) write(join(folder, 'tsconfig.json'), configOf(folder));
process.exitCode = (await (values.of === '.' ? checkAll() : check([values.of]))) ? 0 : 1;

/** The pages first have what they import; then they are checked beside all the rest, for within one build they would wait for it. */
async function checkAll(): Promise<boolean> {
  if (!(await check(neededBy.get(pages) ?? []))) return false;
  const both = await Promise.all([check([pages]), check(folders.filter((folder) => folder !== pages))]);
  return both.every(Boolean);
}

async function check(asked: readonly string[]): Promise<boolean> {
  const projects = asked.map((folder) => join(built, folder));
  const env = { ...process.env, ...memory };
  const child = spawn(join(root, 'node_modules', '.bin', 'tsc'), ['-b', ...projects, ...atOnce], { stdio: 'inherit', env });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status === 0;
}

function neededOf({ dependencies, devDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => folderOf.get(name) ?? []);
}

function configOf(folder: string) {
  const own = join(root, folder);
  const { include = ['.'], exclude = [] } = read(join(own, 'tsconfig.json')) as Config;
  const inside = (paths: readonly string[]) => paths.map((path) => join(own, path));
  const place = join(built, folder);
  return {
    extends: join(own, 'tsconfig.json'),
    compilerOptions: {
      ...(imported.has(folder) ? declared : checked),
      rootDir: root,
      outDir: join(built, 'out'),
      tsBuildInfoFile: join(place, 'tsconfig.tsbuildinfo'),
    },
    include: [...inside(include), ...inside(include).map((path) => join(path, '**', '*.json'))],
    exclude: inside(exclude),
    references: (neededBy.get(folder) ?? []).map((each) => ({ path: relative(place, join(built, each)) })),
  };
}

function write(path: string, content: object): void {
  const file = join(built, path);
  const text = JSON.stringify(content, null, 2);
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
