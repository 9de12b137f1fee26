import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { misspeltContexts } from '@changming/rooms/spellings';
import { missingRooms, strangeRooms } from '@changming/rooms/strange-rooms';

import { missingPhrases } from './missing-phrases.ts';
import { pageFaults, pages } from './page-size.ts';
import { stalePaths } from './stale-paths.ts';
import { folderWith } from './testing/copy.ts';
import { unspokenActs } from './unspoken-acts.ts';

async function faultsWith(files: Readonly<Record<string, string>>, faultsIn: (root: string) => string[]): Promise<string[]> {
  const folder = await folderWith(files);
  try {
    return faultsIn(folder.root);
  } finally {
    await folder.remove();
  }
}

describe('rooms', () => {
  it('that belong to no context are found, shared ones are not', async () => {
    const files = {
      'packages/domain/src/kernel/index.ts': '',
      'packages/application/src/jobs/index.ts': '',
      'packages/contract/src/weather.ts': '',
      'apps/web/src/contexts/cockpit/queries.ts': '',
    };

    const faults = await faultsWith(files, strangeRooms);

    expect(faults.map((line) => line.split(':')[0])).toEqual(['packages/contract/src/weather.ts', 'apps/web/src/contexts/cockpit']);
  });

  it('of sentences are owed by every context that speaks', async () => {
    const files = { 'packages/contract/src/hazards.ts': '', 'packages/phrases/src/zh-CN/hazards.ts': '' };

    expect(await faultsWith(files, missingRooms)).toEqual(['packages/phrases/src/en/hazards.ts is missing']);
  });
});

describe('a context', () => {
  it('is spelt one way in folders, addresses, permissions and jobs', async () => {
    const files = {
      'packages/domain/src/hazards/hazard.ts': '',
      'packages/application/src/Hazard/index.ts': '',
      'apps/web/src/contexts/work-force/queries.ts': '',
      'packages/contract/src/hazards.ts': `route({ path: '/hazard/{id}' })`,
      'packages/domain/src/access/matrix.ts': `export const matrix = {\n  'notice.sweep': {},\n  'hazards.read': {},\n};`,
      'apps/worker/src/contexts/notices/jobs.ts': `job({ name: 'Notices.mail' })`,
    };

    const faults = await faultsWith(files, misspeltContexts);

    expect(faults.toSorted()).toEqual([
      'apps/web/src/contexts/work-force: “work-force” should be “workforce”',
      'apps/worker/src/contexts/notices/jobs.ts: “Notices” should be “notices”',
      'packages/application/src/Hazard: “Hazard” should be “hazards”',
      'packages/contract/src/hazards.ts: “hazard” should be “hazards”',
      'packages/domain/src/access/matrix.ts: “notice” should be “notices”',
    ]);
  });
});

describe('sentences', () => {
  it('missing, empty or with other facts in the second language are found', () => {
    const zh = { units: { refusals: { a: '甲', b: '乙 {name}', c: '丙' }, items_other: '{{count}} 项' } };
    const en = { units: { refusals: { a: 'A', b: 'B {other}', d: 'D' }, items_one: '{{count}} item', items_other: '{{count}} items' } };

    expect(missingPhrases(zh, en, 'en')).toEqual([
      'units.refusals.b: other facts in en',
      'units.refusals.c: missing in en',
      'units.refusals.d: only in en',
    ]);
  });

  it('are owed for every act that the trail may name', async () => {
    const files = {
      'packages/domain/src/access/matrix.ts': `export const matrix = {\n  'units.read': { kind: 'analyse', roles: [] },\n};`,
      'packages/application/src/units/close-unit.ts': `export const closeUnit = command({\n  permission: 'units.read',\n  name: 'units.close',\n});`,
    };

    expect(await faultsWith(files, (root) => unspokenActs(root, { 'units.read': '查看单位' }))).toEqual([
      'packages/application/src/units/close-unit.ts: “units.close” has no sentence in packages/phrases/src/zh-CN/audit.ts',
    ]);
  });
});

describe('documents', () => {
  it('that cite what is gone fail, in inline code, in links and in comments', async () => {
    const files = {
      'docs/architecture.md':
        'See `packages/domain/src/units`, `packages/domain/src/gone.ts` and `pnpm start`.\n[first](adr/0001-one.md) [gone](adr/0002-gone.md)',
      'docs/adr/0001-one.md': 'Written. [home](../architecture.md) [web](https://example.org/x.md)',
      'packages/domain/src/units/unit.ts': '/** Words of `docs/glossary.md`. */\nexport const unit = 1;\n',
    };

    expect(await faultsWith(files, stalePaths)).toEqual([
      'docs/architecture.md:1: packages/domain/src/gone.ts',
      'docs/architecture.md:2: docs/adr/0002-gone.md',
      'packages/domain/src/units/unit.ts:1: docs/glossary.md',
    ]);
  });
});

describe('the phone entry', () => {
  it('is weighed with all that it imports at once, and not with what it imports later', async () => {
    const files = {
      'm.html': '<script type="module" src="/assets/phone.js"></script>',
      'assets/phone.js': `import{a}from"./shared.js";const later=()=>import("./later.js");`,
      'assets/shared.js': Array.from({ length: 3000 }, (_, n) => `x${n * 7919}`).join(';'),
      'assets/later.js': Array.from({ length: 30000 }, (_, n) => `y${n * 104729}`).join(';'),
    };

    expect(await faultsWith(files, (root) => pageFaults(root, pages.phone))).toEqual([]);
    expect(await faultsWith(files, (root) => pageFaults(root, { file: 'm.html', limit: 5000 }))).toEqual([
      expect.stringContaining('compressed script and style, more than 5000'),
    ]);
    expect(await faultsWith({}, (root) => pageFaults(root, pages.phone))).toEqual([expect.stringContaining('was not built')]);
  });
});

describe('the desk', () => {
  it('is weighed with its style and the words of one language, the heavier', async () => {
    const words = (count: number) => Array.from({ length: count }, (_, n) => `w${n * 104729}`).join(';');
    const files = {
      'index.html': '<link rel="stylesheet" href="/assets/desk.css"><script type="module" src="/assets/desk.js"></script>',
      'assets/desk.css': '.desk{color:#123456}',
      'assets/desk.js': 'const words={zh:()=>import(`./chinese-a1.js`),en:()=>import(`./english-b2.js`)};',
      'assets/chinese-a1.js': `import{w}from"./shared.js";${words(1000)}`,
      'assets/english-b2.js': words(1000),
      'assets/shared.js': words(3000),
    };
    const loaded = ['assets/desk.css', 'assets/desk.js', 'assets/chinese-a1.js', 'assets/shared.js'] as const;
    const total = loaded.reduce((sum, name) => sum + gzipSync(files[name], { level: 9 }).length, 0);

    expect(await faultsWith(files, (root) => pageFaults(root, { ...pages.desk, limit: total }))).toEqual([]);
    expect(await faultsWith(files, (root) => pageFaults(root, { ...pages.desk, limit: total - 1 }))).toEqual([
      `index.html loads ${total} bytes of compressed script and style, more than ${total - 1}`,
    ]);
    expect(await faultsWith({ ...files, 'assets/desk.js': '' }, (root) => pageFaults(root, pages.desk))).toEqual([
      'index.html does not load the words of either language apart',
    ]);
  });
});
