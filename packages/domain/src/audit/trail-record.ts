import { canonicalJson } from './canonical.ts';

/** What is sealed of a row of the trail. `v` names this list of members: a changed list is a further version. */
export type TrailRecord = {
  readonly v: 1;
  readonly id: string;
  readonly verb: string;
  readonly subjectId: string;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly via: string;
  readonly ip: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
};

/** The text whose hash, in UTF-8, is the leaf. */
export function leafText(record: TrailRecord): string {
  return canonicalJson(record);
}
