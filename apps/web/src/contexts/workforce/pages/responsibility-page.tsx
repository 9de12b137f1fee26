import { posts } from '@changming/domain/workforce';
import { getRouteApi } from '@tanstack/react-router';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { Answer } from '../components/answer.tsx';
import { WithoutFirst } from '../components/without-first.tsx';

const route = getRouteApi('/desk/responsibility');

/** 责任追溯: who was responsible for a unit at a time; and where nobody is the first responsible person today. */
export function ResponsibilityPage() {
  const { t } = useTranslation('workforce');
  const { unit, within = true, post, at } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (unitId: string | null, below = within) =>
    void navigate({ search: (now) => ({ ...now, unit: unitId ?? undefined, within: below ? undefined : false }) });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unit ?? null, within }}
          onChoose={(choice) => choose(choice.unitId, choice.within)}
        />
      }
    >
      <PageHeader title={t('desk.responsibility.title')} lead={t('desk.responsibility.lead')} />
      <QueryBar
        fields={useFields()}
        values={{ at, post }}
        onSearch={(values) => void navigate({ search: ({ unit: place, within: below }) => ({ unit: place, within: below, ...values }) })}
      />
      {unit === undefined ? (
        <Panel>
          <EmptyState title={t('desk.responsibility.choose')} next={t('desk.responsibility.chooseNext')} />
        </Panel>
      ) : (
        <Answer unitId={unit} post={post} at={at} />
      )}
      {within && <WithoutFirst unitId={unit} onChoose={(unitId) => choose(unitId)} />}
    </SplitPage>
  );
}

function useFields() {
  const { t } = useTranslation('workforce');
  return [
    { name: 'at', label: t('desk.responsibility.at'), control: <MomentPicker /> },
    {
      name: 'post',
      label: t('desk.post'),
      control: (
        <Select
          allowClear
          placeholder={t('desk.responsibility.anyPost')}
          options={posts.map((value) => ({ value, label: t(`posts.${value}`) }))}
        />
      ),
    },
  ];
}

const written = 'YYYY-MM-DDTHH:mm';

type MomentPickerProps = { readonly id?: string; readonly value?: string; readonly onChange?: (moment: string | undefined) => void };

/** Business time as text, `2026-03-12T02:00`, so that no time zone of the browser ever touches it. */
function MomentPicker({ id, value, onChange }: MomentPickerProps) {
  const { t } = useTranslation('workforce');
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      className="day-picker"
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      placeholder={t('desk.responsibility.now')}
      value={value === undefined ? null : dayjs(value)}
      onChange={(moment) => onChange?.(dayjs.isDayjs(moment) ? moment.format(written) : undefined)}
    />
  );
}
