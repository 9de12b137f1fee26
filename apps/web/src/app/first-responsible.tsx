import * as contract from '@changming/contract/workforce';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { call } from '../api/call.ts';
import { mayAnywhere } from '../api/may.ts';
import { useMe } from '../api/me.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import './first-responsible.css';

type FirstResponsibleProps = { readonly unitId: string; readonly on: string | undefined };

/** 第一责任人 of a unit on the day that is looked at; a unit without one is flagged. */
export function FirstResponsible(props: FirstResponsibleProps) {
  if (!mayAnywhere(useMe(), 'workforce.read')) return null;
  return <Holders {...props} />;
}

function Holders({ unitId, on }: FirstResponsibleProps) {
  const { t } = useTranslation(['units', 'shell']);
  const appointments = useQuery({
    queryKey: ['workforce', 'firstOf', unitId, on],
    queryFn: ({ signal }) => call(contract.listAppointments, { params: { unitId }, query: on === undefined ? {} : { on }, signal }),
  });
  return (
    <Panel title={t('desk.first')}>
      <Loaded small rows={2} query={appointments}>
        {({ items }) => <FirstList firsts={items.filter(({ post }) => post === 'firstResponsible')} />}
      </Loaded>
    </Panel>
  );
}

function FirstList({ firsts }: { readonly firsts: readonly contract.Appointment[] }) {
  const { t } = useTranslation('units');
  if (firsts.every(({ deputy }) => deputy)) {
    return (
      <p className="first-responsible__none">
        <StatusTag tone="alert">{t('desk.noFirst')}</StatusTag>
        <span>{t('desk.noFirstNext')}</span>
      </p>
    );
  }
  return (
    <ul className="first-responsible">
      {firsts.map(({ appointmentId, name, staffNo, deputy, from }) => (
        <li key={appointmentId}>
          <strong>{name}</strong>
          <span>{staffNo}</span>
          {deputy && <StatusTag tone="neutral">{t('desk.deputy')}</StatusTag>}
          <span>{t('desk.firstSince', { from })}</span>
        </li>
      ))}
    </ul>
  );
}
