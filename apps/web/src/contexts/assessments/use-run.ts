import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { runQuery, schemeQuery } from './queries.ts';
import { schemeWords } from './words.ts';

type SchemeVersion = { readonly code: string; readonly version: number };

/** A scheme with its words; until it has come, null and the names that the product gives by the codes. */
export function useScheme(of: SchemeVersion | undefined) {
  const { i18n } = useTranslation('assessments');
  const { data } = useQuery({ ...schemeQuery(of?.code ?? '', of?.version ?? 1), enabled: of !== undefined });
  const scheme = data?.scheme ?? null;
  const words = useMemo(() => ({ language: i18n.language, ...schemeWords(scheme) }), [scheme, i18n.language]);
  return { scheme, words };
}

/** A run with the scheme that it was computed under. */
export function useRun(runId: string) {
  const run = useQuery(runQuery(runId));
  return { run, ...useScheme(run.data?.scheme) };
}
