import { useTranslation } from 'react-i18next';

import type { TrailEntry } from '../queries.ts';

type Words = Readonly<Record<string, string>>;

/** What was done, in a sentence; an act without one goes by its own name. */
export function useActName(): (verb: string) => string {
  const { t } = useTranslation('audit');
  const permissions: Words = t('permissionActs', { returnObjects: true });
  const acts: Words = t('acts', { returnObjects: true });
  return (verb) => acts[verb] ?? permissions[verb] ?? verb;
}

export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('audit');
  const fields: Words = t('desk.fields', { returnObjects: true });
  return (field) => fields[field] ?? field;
}

/** Who did it: the person, or what stands in for one. */
export function useActorName(): (entry: TrailEntry) => string {
  const { t } = useTranslation('audit');
  return ({ person, accountId, via }) => {
    if (person !== null) return person;
    if (via === 'clock' || via === 'shell') return t('desk.system');
    return accountId === null ? t('desk.nobody') : t('desk.administrator');
  };
}
