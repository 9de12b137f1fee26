import type { Day } from '../../kernel/index.ts';
import { answerBook, type Answers, noAnswers } from '../answers.ts';
import { type DittoFields, readerWithDitto } from '../ditto.ts';
import type { Kind } from '../fields.ts';
import type { KnownName } from '../hazards/hazard-draft.ts';
import { nameFinder } from '../hazards/name-finder.ts';
import type { SheetMapping } from '../mapping.ts';
import { passedVerdicts, refuseWithoutTable } from '../passed-rows.ts';
import type { RowReader } from '../row-reader.ts';
import { pathOf, scoped } from '../scoped-table.ts';
import type { Sheet } from '../sheet.ts';
import { type TableRow, tableOf } from '../table.ts';
import { namesUnit, unitFinder } from '../unit-of-row.ts';
import { type KnownUnit, unitRecogniser } from '../unit-recogniser.ts';
import { countVerdicts, type Verdict, type VerdictCounts } from '../verdict.ts';
import type { FireDraft, KnownFire, KnownSpecial, SpecialDraft } from './equipment-drafts.ts';
import { fireDitto, type FireField, fireKind } from './fire-fields.ts';
import { readFire } from './read-fire.ts';
import { type EquipmentContext, readSpecial } from './read-special.ts';
import { judgeEquipment, type Line, type Sameness } from './same-equipment.ts';
import { sameFire, sameSpecial } from './sameness.ts';
import { specialDitto, type SpecialField, specialKind } from './special-fields.ts';

type EquipmentPlan<Field extends string, Draft> = {
  readonly verdicts: readonly Verdict<Draft>[];
  readonly counts: VerdictCounts;
  readonly mapping: readonly SheetMapping<Field>[];
};
export type SpecialPlan = EquipmentPlan<SpecialField, SpecialDraft>;
export type FirePlan = EquipmentPlan<FireField, FireDraft>;

type EquipmentOptions<Known> = {
  readonly today: Day;
  readonly persons?: readonly KnownName[];
  readonly existing?: readonly Known[];
  readonly answers?: Answers;
  /** Hash of the file's content: a row that came in before is told from a later one that says the same. */
  readonly fileHash?: string;
  /** Every name is looked for below this unit, when a person said so. */
  readonly underId?: string;
};

/** Reads 特种设备台账. Every row with content gets one verdict. Throws the refusal `imports.no_table` when no sheet has a header to read by. */
export function planSpecial(sheets: readonly Sheet[], units: readonly KnownUnit[], options: EquipmentOptions<KnownSpecial>): SpecialPlan {
  return planWith(sheets, units, { ...options, kind: specialKind, ditto: specialDitto, read: readSpecial, same: sameSpecial });
}

/** The same for 消防器材台账. */
export function planFire(sheets: readonly Sheet[], units: readonly KnownUnit[], options: EquipmentOptions<KnownFire>): FirePlan {
  return planWith(sheets, units, { ...options, kind: fireKind, ditto: fireDitto, read: readFire, same: sameFire });
}

type BaseDraft = SpecialDraft | FireDraft;
type BaseKnown = KnownSpecial | KnownFire;

type How<Field extends string, Draft extends BaseDraft, Known extends BaseKnown> = EquipmentOptions<Known> & {
  readonly kind: Kind<Field>;
  readonly ditto: DittoFields<Field>;
  readonly read: (reader: RowReader<Field>, context: EquipmentContext) => Line<Field, Draft>;
  readonly same: Sameness<Field, Draft, Known>;
};

function planWith<Field extends string, Draft extends BaseDraft, Known extends BaseKnown>(
  sheets: readonly Sheet[],
  units: readonly KnownUnit[],
  { kind, ditto, read, same, today, persons = [], existing = [], answers = noAnswers, fileHash = '', underId }: How<Field, Draft, Known>,
): EquipmentPlan<Field, Draft> {
  const book = answerBook(answers);
  const finder = unitFinder(unitRecogniser(units));
  const tables = sheets.map((sheet) => scoped(tableOf(sheet, kind, book, namesUnit(finder)), { book, finder, underId }));
  refuseWithoutTable(tables.map(({ table }) => table));
  const names = nameFinder(units, persons);
  const lines = tables.flatMap(({ table, scope }) => {
    let above: TableRow<Field> | null = null;
    return table.rows.map((row) => {
      const reader: RowReader<Field> = readerWithDitto(row, above, { book, fields: ditto });
      above = reader.row;
      return read(reader, { scope, finder, names, today });
    });
  });
  const passed = tables.flatMap(({ table }) => passedVerdicts<Field, Draft>(table));
  const verdicts = [...passed, ...judgeEquipment(lines, same, { existing, fileHash })];
  const mapping = tables.map(({ table, scope }) => ({ ...table.mapping, scope: pathOf(scope, finder) }));
  return { verdicts, counts: countVerdicts(verdicts), mapping };
}
