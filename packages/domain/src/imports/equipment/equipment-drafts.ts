import type {
  FireCondition,
  FireKind,
  InspectionResult,
  MonthOrDay,
  Registration,
  SpecialCategory,
  SpecialState,
} from '../../equipment/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { NamedPerson } from '../hazards/hazard-draft.ts';
import type { Source } from '../verdict.ts';
import type { FireField } from './fire-fields.ts';
import type { SpecialField } from './special-fields.ts';

type Words<Field extends string> = Readonly<Partial<Record<Field, string>>>;

type Draft<Field extends string> = {
  readonly source: Source;
  readonly unitId: string;
  readonly name: string;
  readonly keepers: readonly NamedPerson[];
  readonly remark: string | null;
  /** Every cell that a known column has, as it is written: nothing of the row is lost. */
  readonly words: Words<Field>;
  /** It is there already and the file tells more of it. */
  readonly existingId: string | null;
};

/** Special equipment as a ledger tells it. */
export type SpecialDraft = Draft<SpecialField> & {
  readonly category: SpecialCategory;
  readonly model: string | null;
  readonly ownNo: string | null;
  readonly registration: Registration;
  readonly registerNo: string | null;
  readonly useFrom: Day | null;
  readonly inspectedOn: Day | null;
  /** Null when it is under way or not told. */
  readonly nextDueOn: Day | null;
  readonly result: InspectionResult | null;
  readonly reportNo: string | null;
  readonly agency: string | null;
  readonly state: SpecialState;
  readonly stateOn: Day | null;
  readonly operators: readonly NamedPerson[];
};

/** Fire equipment as a ledger tells it. */
export type FireDraft = Draft<FireField> & {
  readonly no: string | null;
  readonly kind: FireKind;
  readonly model: string | null;
  readonly place: string | null;
  readonly madeOn: MonthOrDay | null;
  readonly servicedOn: MonthOrDay | null;
  readonly scrapStatedOn: MonthOrDay | null;
  readonly condition: FireCondition;
};

/** What the product has already, by what tells it from others. */
type Known = {
  readonly id: string;
  readonly unitId: string;
  /** Rows it was imported from, as `hash!sheet!row`. */
  readonly rows: readonly string[];
  /** Somebody has gone on with it in the product: from then on no ledger changes it. */
  readonly livesOn: boolean;
};
export type KnownSpecial = Known &
  Pick<SpecialDraft, 'ownNo' | 'registerNo' | 'category' | 'useFrom' | 'inspectedOn' | 'nextDueOn' | 'result' | 'state'>;
export type KnownFire = Known &
  Pick<FireDraft, 'no' | 'kind' | 'place' | 'model' | 'madeOn' | 'servicedOn' | 'scrapStatedOn' | 'condition'>;
