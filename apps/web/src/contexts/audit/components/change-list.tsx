import { changedFields } from '../changed-fields.ts';
import type { TrailEntry } from '../queries.ts';
import { useFieldName } from './trail-words.ts';
import './change-list.css';

/** What an act changed, field by field: before → after. Nothing where it tells nothing. */
export function ChangeList({ entry }: { readonly entry: Pick<TrailEntry, 'verb' | 'before' | 'after'> }) {
  const fieldName = useFieldName();
  const changes = changedFields(entry);
  if (changes.length === 0) return null;
  return (
    <dl className="change-list">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(entry.verb, field)}</dt>
          <dd>
            {before !== null && <del>{before}</del>}
            {before !== null && after !== null && <span aria-hidden="true"> → </span>}
            {after !== null && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
