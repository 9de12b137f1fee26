import type { Day } from '../../kernel/index.ts';
import type { Engagement } from '../../workforce/index.ts';
import type { Source } from '../verdict.ts';

export type CertificateDraft = {
  /** As written: `特种设备作业 N1 叉车司机`. */
  readonly kind: string;
  /** The item of the catalogue that it is; null when somebody said to leave it out, or no catalogue was given. */
  readonly item: string | null;
  /** `N1`, `R1`; null when the kind names none. */
  readonly code: string | null;
  readonly number: string | null;
  readonly validFrom: Day | null;
  /** Last valid day; of a month alone its last day. Null when not stated. */
  readonly validTo: Day | null;
  /** 长期 */
  readonly permanent: boolean;
  /** 复审日期 */
  readonly reviewOn: Day | null;
  /** 发证机关 */
  readonly issuer: string | null;
};

/** A person as the roster tells it. */
export type PersonDraft = {
  readonly source: Source;
  readonly staffNo: string | null;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  readonly unitId: string;
  readonly post: string | null;
  readonly title: string | null;
  readonly engagement: Engagement | null;
  /** May lie up to a year after the day of the import, with a warning; a day that cannot be one is left out. */
  readonly hiredOn: Day | null;
  readonly leftOn: Day | null;
  readonly certificates: readonly CertificateDraft[];
  readonly remark: string | null;
  /** The person exists and someone said that the file is right: replace what differs. */
  readonly existingId: string | null;
  /** Nothing but certificates is new about the person who exists. */
  readonly onlyCertificates: boolean;
};

/** A certificate item by every name that rosters give it. */
export type KnownItem = {
  readonly code: string;
  readonly names: readonly string[];
  /** 特种作业: how many months it lasts, and after how many it is reviewed. */
  readonly review?: ReviewTerms;
};
export type ReviewTerms = { readonly months: number; readonly reviewMonths: number };

/** A person the product has already. `identityKey` is the blind index of the identity number. */
export type KnownPerson = {
  readonly id: string;
  readonly staffNo: string | null;
  readonly name: string;
  readonly identityKey: string | null;
  readonly unitId: string | null;
  readonly leftOn: Day | null;
  /** What the person holds already: item and last day. */
  readonly certificates?: readonly { readonly item: string; readonly validUntil: Day | null }[];
};
