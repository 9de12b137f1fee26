import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { placeOf, recordOf } from '../proof-address.ts';
import type { DutyOccurrence } from '../queries.ts';
import './responsibilities.css';

/** What an act is called; the acts' own names have dots in them, so they are looked up as a whole. */
export function useProofName(): (verb: string) => string {
  const { t } = useTranslation('responsibilities');
  const names: Readonly<Record<string, string>> = t('proofs', { returnObjects: true });
  return (verb) => names[verb] ?? verb;
}

/** What has discharged a duty, each a way to its record; while nothing has, what would, each a way to where it is done. */
export function OccurrenceActs({ of: { acts, proof, needed } }: { readonly of: Pick<DutyOccurrence, 'acts' | 'proof' | 'needed'> }) {
  const { t } = useTranslation('responsibilities');
  const name = useProofName();
  return (
    <div className="occurrence-acts">
      {needed > 1 && <span className="occurrence-acts__count">{t('desk.mine.progress', { done: acts.length, needed })}</span>}
      {acts.map(({ id, verb, subjectId, at }) => (
        <a key={id} href={recordOf(verb, subjectId)}>
          {name(verb)} {instantText(at)}
        </a>
      ))}
      {acts.length < needed &&
        proof.slice(0, 4).map((verb) => (
          <a key={verb} className="occurrence-acts__way" href={placeOf(verb)}>
            {name(verb)}
          </a>
        ))}
    </div>
  );
}
