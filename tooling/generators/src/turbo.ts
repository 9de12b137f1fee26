import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `pnpm turbo …`. Generators are run by the installed `@turbo/gen`: turbo itself would fetch it from the registry each time. Everything else
 * is for turbo.
 */
const root = join(import.meta.dirname, '..', '..', '..');
const [command = '', ...rest] = process.argv.slice(2);
const generates = ['gen', 'generate', 'g'].includes(command);
const generator = join(root, 'tooling', 'generators', 'node_modules', '.bin', 'gen');
const turbo = join(root, 'node_modules', '.bin', 'turbo');
const [program, args] = generates ? [generator, ['run', '--root', root, ...rest]] : [turbo, process.argv.slice(2)];
const { status } = spawnSync(program, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
