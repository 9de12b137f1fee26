import { instantText } from '../../ui/dates.ts';
import { useOfflineWords } from '../offline-words.ts';

/** 截至 hh:mm: what is shown was read then; nothing where it is of now. */
export function AsOf({ at }: { readonly at: number | null }) {
  const t = useOfflineWords();
  return at === null ? null : <p className="as-of">{t('here.asOf', { at: instantText(new Date(at)) })}</p>;
}
