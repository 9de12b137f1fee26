import { PrinterOutlined } from '@ant-design/icons';
import type * as contract from '@changming/contract/access/accounts';
import type { Answer } from '../../../api/route-types.ts';
import { useBlocker } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import type { Candidate } from '../accounts-queries.ts';
import { SlipCard } from './slip-card.tsx';
import { SlipSheets } from './slip-sheets.tsx';
import './slip-sheets.css';

export type Opened = Answer<typeof contract.createAccounts>;

type OpenedAccountsProps = { readonly answer: Opened; readonly chosen: readonly Candidate[]; readonly onDone: () => void };

/** The slips, shown once. Leaving without a word that they were kept is asked about. */
export function OpenedAccounts({ answer: { slips, refused }, chosen, onDone }: OpenedAccountsProps) {
  const { t } = useTranslation('access');
  const [kept, setKept] = useState(false);
  return (
    <>
      <PageHeader
        title={t('desk.accounts.opened', { count: slips.length })}
        lead={t('desk.accounts.openedLead')}
        actions={
          <>
            <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
              {t('desk.slips.kept')}
            </Checkbox>
            <Button disabled={!kept} onClick={onDone}>
              {t('desk.slips.done')}
            </Button>
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('desk.slips.printCount', { count: slips.length })}
            </Button>
          </>
        }
      />
      <Alert className="form-problem" type="warning" showIcon title={t('desk.slips.once')} />
      {refused.length > 0 && <Refused refused={refused} chosen={chosen} />}
      <div className="slip-sheets slip-sheets--screen">
        {slips.map((slip) => (
          <SlipCard key={slip.accountId} slip={slip} />
        ))}
      </div>
      <SlipSheets slips={slips} />
      <AskBeforeLeaving armed={!kept} />
    </>
  );
}

function Refused({ refused, chosen }: { readonly refused: Opened['refused']; readonly chosen: readonly Candidate[] }) {
  const { t } = useTranslation('access');
  const names = new Map(chosen.map(({ id, name, staffNo }) => [id, `${name} ${staffNo ?? ''}`]));
  return (
    <Panel title={t('desk.accounts.notOpened', { count: refused.length })}>
      <ul className="slip-sheets__refused">
        {refused.map(({ personId, code }) => (
          <li key={personId}>
            {names.get(personId) ?? personId}：{refusalSentence(code)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function AskBeforeLeaving({ armed }: { readonly armed: boolean }) {
  const { t } = useTranslation('access');
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => armed, enableBeforeUnload: armed, withResolver: true });
  return (
    <Modal
      open={status === 'blocked'}
      width={440}
      title={t('desk.slips.leaveAsk')}
      okText={t('desk.slips.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('desk.slips.stay')}
      onOk={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      <p>{t('desk.slips.leaveNote')}</p>
    </Modal>
  );
}
