import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type Candidate, useCandidatesByStaffNo } from '../accounts-queries.ts';
import { OpenAct } from '../components/open-act.tsx';
import { OpenedAccounts, type Opened } from '../components/opened-accounts.tsx';
import { staffNosIn } from '../staff-nos-in.ts';
import './accounts-by-list-page.css';

type Checked = NonNullable<ReturnType<typeof useCandidatesByStaffNo>['data']>;

/** 按工号名单开通: paste, look what can be opened, open, print. The slips live on this page only. */
export function AccountsByListPage() {
  const navigate = useNavigate();
  const check = useCandidatesByStaffNo();
  const [opened, setOpened] = useState<{ readonly answer: Opened; readonly chosen: readonly Candidate[] } | null>(null);
  if (opened !== null) return <OpenedAccounts {...opened} onDone={() => void navigate({ to: '/accounts', ignoreBlocker: true })} />;
  const chosen = check.data?.candidates ?? [];
  return (
    <>
      <Head chosen={chosen} onOpened={(answer) => setOpened({ answer, chosen })} />
      <div className="accounts-by-list">
        <Paste check={check} />
        {check.data !== undefined && <Verdicts checked={check.data} />}
      </div>
    </>
  );
}

function Head({ chosen, onOpened }: { readonly chosen: readonly Candidate[]; readonly onOpened: (answer: Opened) => void }) {
  const { t } = useTranslation('access');
  return (
    <PageHeader
      title={t('desk.accounts.byList')}
      lead={t('desk.accounts.byListLead')}
      actions={<OpenAct chosen={chosen} onOpened={onOpened} />}
    />
  );
}

function Paste({ check }: { readonly check: ReturnType<typeof useCandidatesByStaffNo> }) {
  const { t } = useTranslation('access');
  const [form] = Form.useForm<{ list: string }>();
  const enough = (_: unknown, list: string = '') => {
    const count = staffNosIn(list).length;
    if (count === 0) return Promise.reject(new Error(t('desk.accounts.pasteEmpty')));
    return count > 1000 ? Promise.reject(new Error(t('desk.accounts.tooMany'))) : Promise.resolve();
  };
  return (
    <Panel>
      <Form form={form} name="staff-nos" layout="vertical" requiredMark={false} onFinish={({ list }) => check.mutate(staffNosIn(list))}>
        <FormProblem form={form} error={check.error} />
        <Form.Item name="list" label={t('desk.accounts.paste')} extra={t('desk.accounts.pasteHint')} rules={[{ validator: enough }]}>
          <Input.TextArea rows={12} autoFocus spellCheck={false} placeholder={t('desk.accounts.pasteExample')} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={check.isPending}>
          {t('desk.accounts.check')}
        </Button>
      </Form>
    </Panel>
  );
}

type Line = { readonly id: string; readonly staffNo: string; readonly person: string; readonly unit: string; readonly verdict: string };

/** What cannot be opened comes first: that is what somebody must see to. */
function Verdicts({ checked: { candidates, refused } }: { readonly checked: Checked }) {
  const { t } = useTranslation('access');
  const lines: Line[] = [
    ...refused.map(({ staffNo, code }) => ({ id: staffNo, staffNo, person: '—', unit: '—', verdict: refusalSentence(code) })),
    ...candidates.map(({ id, staffNo, name, unit }) => ({
      id,
      staffNo: staffNo ?? '',
      person: name,
      unit,
      verdict: t('desk.accounts.canOpen'),
    })),
  ];
  const columns: DataColumn<Line>[] = [
    { id: 'staffNo', title: t('desk.accounts.staffNo'), width: 130, render: ({ staffNo }) => staffNo },
    { id: 'person', title: t('desk.accounts.person'), width: 110, render: ({ person }) => person },
    { id: 'unit', title: t('desk.accounts.unit'), width: 180, render: ({ unit }) => unit },
    { id: 'verdict', title: t('desk.accounts.verdict'), width: 240, render: ({ verdict }) => verdict },
  ];
  const still = { loading: false, error: null, hasMore: false, loadingMore: false, onMore: () => undefined, onRefresh: () => undefined };
  return (
    <DataTable
      name="access.byList"
      columns={columns}
      list={{ rows: lines, total: { count: lines.length, capped: false }, ...still }}
      empty={<EmptyState title={t('desk.accounts.candidatesEmpty')} next={t('desk.accounts.candidatesEmptyNext')} />}
    />
  );
}
