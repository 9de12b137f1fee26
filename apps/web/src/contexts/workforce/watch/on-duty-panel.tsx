import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { type OnDutyAbove, onDutyQuery, useDial } from './queries.ts';

type Person = OnDutyAbove['units'][number]['people'][number];

/** 此刻找谁: who is on duty at one's own units and above them, and the number to call. */
export function OnDutyPanel() {
  const { t } = useTranslation('workforce');
  const query = useQuery({ ...onDutyQuery, refetchInterval: 60_000 });
  return (
    <Panel title={t('watch.desk.onDuty.title')} lead={t('watch.desk.onDuty.lead')}>
      <Loaded query={query} rows={2}>
        {({ units }) =>
          units.length === 0 ? (
            <EmptyState small title={t('watch.desk.onDuty.none')} next={t('watch.desk.onDuty.noneNext')} />
          ) : (
            <dl className="watch-now">
              {units.map(({ unitId, unit, people }) => (
                <div key={unitId} className="watch-now__unit">
                  <dt>{unit}</dt>
                  {people.map((person) => (
                    <Reached key={person.personId} person={person} />
                  ))}
                </div>
              ))}
            </dl>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Reached({ person: { personId, name, post, phone } }: { readonly person: Person }) {
  const { t } = useTranslation('workforce');
  const dial = useDial();
  const number = dial.data?.number;
  return (
    <dd className="watch-now__person">
      <b>{name}</b>
      <span className="watch-quiet">{t(`watch.onDutyPosts.${post}`)}</span>
      {phone === null && <span className="watch-quiet">{t('watch.desk.onDuty.noPhone')}</span>}
      {phone !== null && number === undefined && (
        <>
          <span>{phone}</span>
          <Button type="link" size="small" loading={dial.isPending} onClick={() => dial.mutate(personId)}>
            {t('watch.desk.onDuty.show')}
          </Button>
        </>
      )}
      {number !== undefined && <a href={`tel:${number}`}>{number}</a>}
    </dd>
  );
}
