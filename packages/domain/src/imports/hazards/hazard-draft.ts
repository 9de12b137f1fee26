import type { HazardCategory, HazardKind, HazardLevel, HazardSource, HazardStage, KeyArea, VoidKind } from '../../hazards/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { BesideField } from '../problems.ts';
import type { Source } from '../verdict.ts';
import type { HazardField } from './hazard-fields.ts';

/** How far a hazard has come, as a ledger tells it. Days it does not tell are null; money is in 分. */
export type Progress = {
  readonly stage: HazardStage;
  readonly dueOn: Day | null;
  /** The work was handed in on this day; null when it was not, or when the ledger does not say on which. */
  readonly doneOn: Day | null;
  readonly acceptedOn: Day | null;
  /** 销号: the later of the days done and accepted. */
  readonly closedOn: Day | null;
  readonly voidKind: VoidKind | null;
};

/** A person whom the ledger names: by id where exactly one can be meant. */
export type NamedPerson = { readonly name: string; readonly id: string | null };

/** A hazard as a ledger tells it. */
export type HazardDraft = Progress & {
  readonly source: Source;
  readonly unitId: string;
  readonly foundOn: Day;
  readonly text: string;
  /** With unit and day the identity of a hazard. */
  readonly textKey: string;
  readonly place: string | null;
  readonly category: HazardCategory;
  readonly keyArea: KeyArea;
  readonly kind: HazardKind;
  readonly from: HazardSource;
  readonly level: HazardLevel;
  readonly measures: string | null;
  readonly responsibleUnitId: string | null;
  readonly funds: number | null;
  readonly finders: readonly NamedPerson[];
  readonly responsible: readonly NamedPerson[];
  readonly acceptors: readonly NamedPerson[];
  /** Every cell that a known column has, as it is written: nothing of the row is lost. */
  readonly words: Readonly<Partial<Record<HazardField | 'comments', string>>>;
  /** The hazard exists and the file tells more of it. */
  readonly existingId: string | null;
  /** Of a hazard that exists: what the row tells otherwise, and what is taken of it. */
  readonly takes?: readonly BesideField[];
};

/** A hazard the product has already. */
export type KnownHazard = Omit<Progress, 'voidKind'> &
  Pick<HazardDraft, 'responsible' | 'funds'> & {
    readonly id: string;
    readonly unitId: string;
    readonly foundOn: Day;
    readonly textKey: string;
    readonly text: string;
    /** Rows it was imported from, as `hash!sheet!row`. */
    readonly rows: readonly string[];
    readonly level?: HazardLevel;
    /** Somebody has gone on with it in the product: from then on no ledger moves it. */
    readonly livesOn: boolean;
    /** Who was responsible in the words of the last ledger: he may have left, or be known to nobody. */
    readonly responsibleSaid?: string | null;
    /** Other words for it, and words of what is not it, as a person said; by their keys. */
    readonly aliases?: readonly string[];
    readonly apart?: readonly string[];
    /** What ledgers told of it, and a person kept it against. */
    readonly kept?: readonly { readonly field: BesideField; readonly value: string }[];
  };

/** A person as far as names in ledgers are concerned. */
export type KnownName = { readonly id: string; readonly name: string; readonly unitId: string };
