import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import type { PlopTypes } from '@turbo/gen';

type Answers = { readonly context: string; readonly zh: string; readonly turbo: { readonly paths: { readonly root: string } } };

/** `turbo gen context`: asks for the two names and does what `pnpm gen context <name> --zh <Chinese term>` does. */
export default function generators(plop: PlopTypes.NodePlopAPI): void {
  plop.setGenerator('context', {
    description: 'the rooms of a new context',
    prompts: [
      { type: 'input', name: 'context', message: 'name, such as lanterns' },
      { type: 'input', name: 'zh', message: 'Chinese term, such as 灯具' },
    ],
    actions: [
      (answers) => {
        const { context, zh, turbo } = answers as unknown as Answers;
        const main = join('tooling', 'generators', 'src', 'main.ts');
        return execFileSync('node', [main, 'context', context, '--zh', zh], { cwd: turbo.paths.root, encoding: 'utf8' });
      },
    ],
  });
}
