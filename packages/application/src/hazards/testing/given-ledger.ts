import { z } from 'zod';

import { command } from '../../context.ts';
import { enterLedger } from '../import-hazards.ts';
import type { LedgerHazard } from '../ledger-hazard.ts';
import { moveLedger } from '../move-ledger.ts';

const told = z.custom<LedgerHazard>();

/** One hazard comes in from a ledger. */
export const enter = command({
  permission: 'hazards.import',
  name: 'hazards.enterLedger',
  input: told,
  run: async (work, hazard) => work.trail(await enterLedger(work, [hazard]), null),
});

/** A later ledger tells of it again. */
export const moveOn = command({
  permission: 'hazards.import',
  name: 'hazards.moveLedger',
  input: told,
  run: async (work, hazard) => work.trail(await moveLedger(work, [hazard]), null),
});

/** What a ledger tells of a hazard of the unit, still open and with nobody named; `file` is one letter, which names the file and fills its hash. */
export function givenLedgerHazard(unitId: string, file: string, over: Partial<LedgerHazard>): LedgerHazard {
  return {
    id: '01900000-0000-7000-8000-00000000000a',
    unitId,
    foundOn: '2025-09-01',
    text: '安全出口堆放布料',
    place: null,
    category: 'exits',
    factor: null,
    keyArea: 'fire',
    kind: 'site',
    source: 'selfCheck',
    level: 'team',
    stage: 'assigned',
    dueOn: '2025-09-05',
    doneOn: null,
    closedOn: null,
    foundById: null,
    responsibleUnitId: unitId,
    responsibleId: null,
    rectifierIds: [],
    acceptedById: null,
    measures: null,
    funds: null,
    ledger: { fileHash: file.repeat(64), fileName: `${file}.xlsx`, sheet: '台账', row: 2, words: {}, acceptedOn: null },
    ...over,
  };
}
