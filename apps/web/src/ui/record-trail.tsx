import { type ComponentType, createContext, useContext } from 'react';

/** The audit context hands its trail in through the shell, so that every record can show it and nobody imports audit. */
export const TrailOfRecord = createContext<ComponentType<{ readonly subjectId: string }> | null>(null);

/** 操作留痕 of one record, newest first; nothing for those who may not read it. At the end of a drawer. */
export function RecordTrail({ subjectId }: { readonly subjectId: string }) {
  const Trail = useContext(TrailOfRecord);
  return Trail === null ? null : <Trail subjectId={subjectId} />;
}
