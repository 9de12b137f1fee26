import { toldCode, toldField } from '@changming/phrases/told';
import { useTranslation } from 'react-i18next';

import { isRefused } from '../changed-fields.ts';
import type { TrailEntry } from '../queries.ts';
import type { Teller } from '../told-parts.ts';

type Words = Readonly<Record<string, string>>;

/** What was done, in a sentence; an act without one goes by its own name. */
export function useActName(): (verb: string) => string {
  const { t } = useTranslation('audit');
  const permissions: Words = t('permissionActs', { returnObjects: true });
  const acts: Words = t('acts', { returnObjects: true });
  return (verb) => acts[verb] ?? permissions[verb] ?? verb;
}

/** What was done or tried in a row of the trail: 登录, or 登录失败. */
export function useEntryName(): (entry: Pick<TrailEntry, 'verb' | 'after'>) => string {
  const { t } = useTranslation('audit');
  const actName = useActName();
  return (entry) => (isRefused(entry) ? t('desk.refusedAct', { act: actName(entry.verb) }) : actName(entry.verb));
}

/** The words of a row of the trail: its fields and codes in the language of the page, its records by name. */
export function useTeller({ verb, records }: Pick<TrailEntry, 'verb' | 'records'>): Teller {
  const { t, i18n } = useTranslation('audit');
  const spoken = i18n.getDataByLanguage(i18n.language) ?? {};
  const known = new Map(records.map((record) => [record.id, record]));
  return {
    field: (field) => toldField(spoken, verb, field) ?? field,
    code: (field, code) => toldCode(spoken, { verb, field }, code),
    record: (id) => known.get(id),
    flag: (value) => t(value ? 'desk.yes' : 'desk.no'),
    unnamed: (id) => t('desk.unnamed', { end: id.slice(-4) }),
  };
}

/** Who did it: the person, or what stands in for one. */
export function useActorName(): (entry: TrailEntry) => string {
  const { t } = useTranslation('audit');
  return ({ person, tried, accountId, via }) => {
    if (person !== null) return person;
    if (tried !== null) return t('desk.tried', { login: tried });
    if (via === 'clock' || via === 'shell') return t('desk.system');
    return accountId === null ? t('desk.nobody') : t('desk.administrator');
  };
}
