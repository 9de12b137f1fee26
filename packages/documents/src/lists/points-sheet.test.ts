import { planPoints, type Sheet } from '@changming/domain/imports';
import { pointKinds } from '@changming/domain/points';
import { expect, it } from 'vitest';

import { pointsSheet } from './points-sheet.ts';

const units = [{ id: 'sew', name: '缝制一车间', shortNames: [], parentId: null, kind: 'workshop' as const, code: 'S' }];

it.each(['zh-CN', 'en'] as const)('every kind of point goes out in %s and is read again as the same', (language) => {
  const point = { unit: '缝制一车间', ownNo: null, place: null, keeper: null, keeperNo: null, closedOn: null, remark: null };
  const told = { ...point, code: 'ABCDEFGHJK', keyPosition: true, openedOn: '2026-01-20' };
  const {
    sheet: name,
    columns,
    rows,
  } = pointsSheet(
    pointKinds.map((kind, at) => ({ ...told, kind, name: `${kind} 一处`, code: `ABCDEFGHJ${'23456789ABCDEFGHJKMN'[at]}` })),
    { language, madeAt: new Date(0) },
  );
  const written = [columns.map(({ title }) => title), ...rows];
  const cells = (texts: (typeof rows)[number]) =>
    texts.flatMap((text, at) => (text === null ? [] : [{ column: at + 1, text: String(text), kind: 'text' as const }]));
  const sheets: Sheet[] = [
    { name, hidden: false, merges: [], rows: written.map((texts, at) => ({ number: at + 1, cells: cells(texts) })) },
  ];

  const { verdicts } = planPoints(sheets, units, { today: '2026-01-20' });

  expect(
    verdicts.flatMap((each) => (each.kind === 'ready' ? [[each.draft.kind, each.draft.name, each.draft.key, each.warnings]] : [])),
  ).toEqual(pointKinds.map((kind) => [kind, `${kind} 一处`, true, []]));
});
