import { type ComponentType, createContext, useContext } from 'react';

/** The audit context hands its trail in through the shell, so that every record can show it and nobody imports audit. */
export const TrailOfRecord = createContext<ComponentType<RecordTrailProps> | null>(null);

/** `account`: the trail of an account, for those who see accounts and no other records. */
export type RecordTrailProps = { readonly subjectId: string; readonly account?: boolean };

/** 操作留痕 of one record, newest first; nothing for those who may not read it. At the end of a drawer. */
export function RecordTrail(props: RecordTrailProps) {
  const Trail = useContext(TrailOfRecord);
  return Trail === null ? null : <Trail {...props} />;
}
