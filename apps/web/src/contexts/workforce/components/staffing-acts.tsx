import { useQuery } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { type Pooled, poolQuery, setBodies, type Staffing, useCertificateAct } from '../certificate-queries.ts';
import { StaffingOfficers } from './staffing-officers.tsx';

/** 机构设置、安全员、找人 of one unit. */
export function StaffingActs({ unit }: { readonly unit: Staffing }) {
  const { t } = useTranslation('workforce');
  const [open, setOpen] = useState<'bodies' | 'officers' | 'pool' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button size="small" onClick={() => setOpen('pool')}>
        {t('certificateDesk.staffing.pool')}
      </Button>{' '}
      <Button size="small" onClick={() => setOpen('officers')}>
        {t('certificateDesk.staffing.officers')}
      </Button>{' '}
      {mayAnywhere(useMe(), 'workforce.edit') && (
        <Button size="small" onClick={() => setOpen('bodies')}>
          {t('certificateDesk.staffing.bodies')}
        </Button>
      )}
      {open === 'bodies' && <Bodies unit={unit} onClose={close} />}
      {open === 'officers' && <StaffingOfficers unit={unit} onClose={close} />}
      {open === 'pool' && <Pool unit={unit} onClose={close} />}
    </>
  );
}

type OpenProps = { readonly unit: Staffing; readonly onClose: () => void };
type Days = { readonly organisationOn?: string | null; readonly committeeOn?: string | null };

function Bodies({ unit: { unitId, unit, organisationOn, committeeOn }, onClose }: OpenProps) {
  const { t } = useTranslation(['workforce', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Days>();
  const set = useCertificateAct(setBodies);
  const finish = (days: Days) =>
    set.mutate(
      { unitId, organisationOn: days.organisationOn ?? null, committeeOn: days.committeeOn ?? null },
      {
        onSuccess: () => {
          void message.success(t('certificateDesk.staffing.saved'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('certificateDesk.staffing.bodiesTitle', { unit })}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ organisationOn, committeeOn }}
      busy={set.isPending}
      error={set.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item
        name="organisationOn"
        label={t('certificateDesk.staffing.organisationOn')}
        extra={t('certificateDesk.staffing.bodiesHint')}
      >
        <DayPicker />
      </Form.Item>
      <Form.Item name="committeeOn" label={t('certificateDesk.staffing.committeeOn')} extra={t('certificateDesk.staffing.bodiesHint')}>
        <DayPicker />
      </Form.Item>
    </FormDrawer>
  );
}

/** 人才库: who is qualified and in no safety post. */
function Pool({ unit: { unitId, unit }, onClose }: OpenProps) {
  const { t } = useTranslation('workforce');
  const asked = useQuery(poolQuery(unitId));
  return (
    <DetailDrawer open title={t('certificateDesk.staffing.poolTitle', { unit })} onClose={onClose}>
      <p>{t('certificateDesk.staffing.poolLead')}</p>
      <Loaded query={asked} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState small title={t('certificateDesk.staffing.poolEmpty')} next={t('certificateDesk.staffing.poolEmptyNext')} />
          ) : (
            <ol className="timeline">
              {items.map((person) => (
                <PooledLine key={person.id} person={person} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </DetailDrawer>
  );
}

function PooledLine({ person: { id, name, unit, title, certificates } }: { readonly person: Pooled }) {
  const { t } = useTranslation('workforce');
  const held = certificates.map((each) => (i18next.language === 'en' ? each.nameEn : each.name)).join('、');
  return (
    <li className="timeline__entry timeline__entry--done">
      <p className="timeline__title">{`${name} · ${held}`}</p>
      <p className="timeline__meta">
        <span>{[unit, title].filter((each) => each !== null).join(' · ')}</span>
        <LinkButton size="small" to="/persons" search={{ open: id }}>
          {t('desk.lookUp.open')}
        </LinkButton>
      </p>
    </li>
  );
}
