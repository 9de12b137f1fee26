import {
  industriesLike,
  lacksDustAssessment,
  mayBeIndustry,
  mayBeProvince,
  proposedFlags,
  provincesLike,
  type UnitFlag,
  type UnitKind,
} from '../../units/index.ts';
import { choice } from '../answers.ts';
import { markFrom } from '../numbers.ts';
import type { ImportProblem } from '../problems.ts';
import { problemAt, type RowReader } from '../row-reader.ts';
import type { Candidate } from '../verdict.ts';
import type { UnitFacts } from './unit-draft.ts';
import { type FlagField, flagFieldNames, flagFields, flagSynonyms, type UnitField } from './unit-fields.ts';
import type { UnitNode } from './unit-nodes.ts';

/** What the profile of a unit says already. */
export type KnownProfile = {
  readonly headcount: number | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly industry: string | null;
  readonly flags: readonly UnitFlag[];
  readonly address: string | null;
  readonly remark: string | null;
};

/** Of a unit that is new, or whose profile was not asked for. */
export const nothingKnown: KnownProfile = {
  headcount: null,
  province: null,
  city: null,
  industry: null,
  flags: [],
  address: null,
  remark: null,
};

type Reader = RowReader<UnitField>;
type Judging = { readonly kind: UnitKind | null; readonly before: KnownProfile | null };

/**
 * The profile by the rules of the unit's own page: a province and an industry that are real or stood there before, 粉尘涉爆 with its
 * assessment only, and what a new unit most likely is proposed. The row goes in without what is left out or proposed, and says so.
 */
export function profileOfRow(node: UnitNode, { kind, before }: Judging): UnitFacts {
  const { facts, reader, name } = node;
  if (reader === null) return facts;
  const stood = before ?? nothingKnown;
  askUnlessReal(reader, facts, stood);
  const { industry } = facts;
  const told = assessed(reader, facts, stood.flags);
  const proposed = before === null && kind !== null ? proposals(reader, told.flags, proposedFlags({ kind, name, industry })) : [];
  return { ...told, flags: [...told.flags, ...proposed] };
}

type Place = Pick<KnownProfile, 'province' | 'industry'>;

function askUnlessReal(reader: Reader, { province, industry }: Place, before: Place): void {
  if (province !== null && !mayBeProvince(province, before.province)) {
    const nearest = provincesLike(province).map((value) => ({ value, label: value }));
    askOf(reader, { field: 'province', code: 'province_unknown' }, nearest);
  }
  if (industry !== null && !mayBeIndustry(industry, before.industry)) {
    const nearest = industriesLike(industry).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
    askOf(reader, { field: 'industry', code: 'industry_unknown' }, nearest);
  }
}

/** A question between the nearest; a fault of the cell where nothing is near. */
function askOf(
  reader: Reader,
  { field, code }: { readonly field: UnitField; readonly code: ImportProblem },
  nearest: readonly Candidate[],
): void {
  const candidates = [...nearest, { value: choice.empty, label: '' }];
  (nearest.length > 0 ? reader.questions : reader.problems).push(problemAt(reader, field, code, candidates));
}

/** Without an assessment the flag is left out, to be completed; an assessment of what is not marked sets none, and says so. */
function assessed(reader: Reader, facts: UnitFacts, before: readonly UnitFlag[]): UnitFacts {
  if (!facts.flags.includes('hasCombustibleDust')) {
    const isUnmarked = facts.dustAssessment !== null && !before.includes('hasCombustibleDust');
    if (isUnmarked) reader.warnings.push(problemAt(reader, 'dustAssessment', 'dust_unmarked'));
    return facts;
  }
  if (!lacksDustAssessment(facts, before)) return facts;
  const { facts: _text, ...asked } = problemAt(reader, 'combustibleDust', 'dust_unassessed', [{ value: choice.empty, label: '' }]);
  reader.warnings.push({ ...asked, facts: {} });
  return { ...facts, flags: facts.flags.filter((flag) => flag !== 'hasCombustibleDust') };
}

const proposedAs: Readonly<Partial<Record<UnitFlag, ImportProblem>>> = {
  isFireKeyUnit: 'fire_key_unit_proposed',
  isCrowdedPlace: 'crowded_place_proposed',
};

/** The flags of the row that were proposed and accepted. Where the row says no, nothing is proposed. */
function proposals(reader: Reader, told: readonly UnitFlag[], proposed: readonly UnitFlag[]): readonly UnitFlag[] {
  const { row, book } = reader;
  return proposed.filter((flag) => {
    const [field, code] = [fieldOf(flag), proposedAs[flag]];
    if (told.includes(flag) || field === undefined || code === undefined || isDenied(reader, field)) return false;
    const accepted = book.about(row.source.sheet, row.source.row, code)?.say === 'accept';
    if (!accepted) reader.warnings.push({ cell: row.address(field), field, code, facts: {} });
    return accepted;
  });
}

function fieldOf(flag: UnitFlag): FlagField | undefined {
  return flagFieldNames.find((field) => flagFields[field].some((each) => each === flag));
}

/** As the column of the flag is called. */
export function flagLabel(flag: UnitFlag): string {
  const field = fieldOf(flag);
  return field === undefined ? flag : (flagSynonyms[field][1] ?? field);
}

function isDenied({ row }: Reader, field: FlagField): boolean {
  const cell = row.cell(field);
  const mark = cell === null ? null : markFrom(cell);
  return mark !== null && mark.ok && !mark.value;
}
