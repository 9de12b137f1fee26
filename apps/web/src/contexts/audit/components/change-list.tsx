import { Fragment } from 'react';

import { changedFields } from '../changed-fields.ts';
import type { TrailEntry } from '../queries.ts';
import { type Part, partsOf } from '../told-parts.ts';
import { RecordName } from './record-name.tsx';
import { useTeller } from './trail-words.ts';
import './change-list.css';

/** What an act changed, field by field: before → after, in words. Nothing where it tells nothing. */
export function ChangeList({ entry }: { readonly entry: TrailEntry }) {
  const teller = useTeller(entry);
  const changes = changedFields(entry);
  if (changes.length === 0) return null;
  return (
    <dl className="change-list">
      {changes.map(({ field, ...change }) => {
        const [before, after] = [partsOf(teller, field, change.before), partsOf(teller, field, change.after)];
        return (
          <div key={field}>
            <dt>{teller.field(field)}</dt>
            <dd>
              {before !== null && (
                <del>
                  <Parts parts={before} />
                </del>
              )}
              {before !== null && after !== null && <span aria-hidden="true"> → </span>}
              {after !== null && (
                <ins>
                  <Parts parts={after} />
                </ins>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one value never change their order
    <Fragment key={at}>{typeof part === 'string' ? part : <RecordName record={part} />}</Fragment>
  ));
}
