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

/** What a context means by a field, where it means another thing than the rest: a session of signing in, a session of training. */
export function useFieldName(): (verb: string, field: string) => string {
  const { t } = useTranslation('audit');
  const fields: Words = t('desk.fields', { returnObjects: true });
  return (verb, field) => fields[`${verb.slice(0, verb.indexOf('.'))}_${field}`] ?? fields[field] ?? field;
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
