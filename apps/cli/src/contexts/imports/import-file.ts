import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import type { Caller } from '@changming/application/context';
import {
  bringIn,
  declareImport,
  type ImportKind,
  importKinds,
  planImport,
  readImport,
  receiveImport,
  startImport,
} from '@changming/application/imports';
import { readWorkbook } from '@changming/documents/excel';

import { Misuse, type Run, type Shell } from '../../verb.ts';

const isKind = (name: string | undefined): name is ImportKind => importKinds.some((kind) => kind === name);

/** `cm import <units|workforce|points|hazards|specialEquipment|fireEquipment|risks|training> <file.xlsx> --unit <code> [--on <day>] [--opening] [--all] [--dry-run] [--json]`: reads, judges, brings in what is ready. */
export const importFile: Run = async (shell, args) => {
  const options = {
    unit: { type: 'string' },
    on: { type: 'string' },
    /** 期初, of a table of points. */
    opening: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [kind, file] = positionals;
  if (!isKind(kind)) throw new Misuse(`没有“${kind ?? ''}”这种导入；可选 ${importKinds.join('、')}`);
  if (file === undefined || values.unit === undefined) throw new Misuse('请写明文件，并用 --unit 指明单位代码');
  if (!existsSync(file)) throw new Misuse(`读不到文件 ${file}，请核对路径`);
  const place = await shell.speakAt(values.unit);
  const batchId = await plan(place, { kind, file, on: values.on, opening: values.opening });
  if (!values['dry-run']) await bring(place, { batchId, kind, file, onlyIfAll: values.all });
  await report(shell, place.caller, { batchId, json: values.json });
};

type Place = { readonly caller: Caller; readonly unitId: string };

type Planning = { readonly kind: ImportKind; readonly file: string; readonly on: string | undefined; readonly opening: boolean };

async function plan({ caller, unitId }: Place, { kind, file, on, opening }: Planning): Promise<string> {
  const content = new Uint8Array(await readFile(file));
  const { id: batchId } = await declareImport(caller, {
    kind,
    unitId,
    fileName: basename(file),
    ...(on === undefined ? {} : { effectiveOn: on }),
    ...(opening ? { opening } : {}),
  });
  await receiveImport(caller, { batchId, content, hash: createHash('sha256').update(content).digest('hex') });
  const { sheets } = await readWorkbook(content);
  await planImport(caller, { batchId, sheets });
  return batchId;
}

type Bringing = { readonly batchId: string; readonly kind: ImportKind; readonly file: string; readonly onlyIfAll: boolean };

async function bring({ caller }: Place, { batchId, kind, file, onlyIfAll }: Bringing): Promise<void> {
  await startImport(caller, { batchId, onlyIfAll });
  await bringIn(caller, { batchId, kind }, async () => (await readWorkbook(new Uint8Array(await readFile(file)))).sheets);
}

type Reporting = { readonly batchId: string; readonly json: boolean };

async function report({ print }: Shell, caller: Caller, { batchId, json }: Reporting): Promise<void> {
  const { state, counts, made, changed } = await readImport(caller, { batchId });
  if (json) return print(JSON.stringify({ batchId, state, counts, made, changed }));
  const { rows, ready, ask, wrong, skip } = counts ?? { rows: 0, ready: 0, ask: 0, wrong: 0, skip: 0 };
  print(`共 ${rows} 行：可导入 ${ready}，要人回答 ${ask}，有误 ${wrong}，跳过 ${skip}`);
  print(state === 'done' ? `已导入：新增 ${made}，更新 ${changed}` : '只是预览，没有写入');
}
