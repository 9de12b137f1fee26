import { getRouteApi } from '@tanstack/react-router';
import { App } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { itemName, objectionSentence } from '../certificate-look.ts';
import { type Certified, certifiedQuery, endCertified, useCertificateAct } from '../certificate-queries.ts';
import { ItemSelect } from '../components/item-select.tsx';
import '../components/certificates.css';

const route = getRouteApi('/desk/workforce/certified');

/** 持证岗位: who does certified work where, and whose certificate does not hold any more. */
export function CertifiedPage() {
  const { t } = useTranslation('workforce');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(certifiedQuery(search));
  const edits = mayAnywhere(useMe(), 'workforce.edit');
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: true }}
          onChoose={({ unitId }) => void navigate({ search: { ...search, unitId: unitId ?? undefined } })}
        />
      }
    >
      <PageHeader
        title={t('certificateDesk.certified.title')}
        lead={t('certificateDesk.certified.lead')}
        actions={
          <LinkButton to="/workforce/candidates" search={{ unitId: search.unitId, item: search.item }}>
            {t('certificateDesk.certified.find')}
          </LinkButton>
        }
      />
      <QueryBar
        fields={[
          { name: 'item', label: t('certificateDesk.certified.item'), control: <ItemSelect certified /> },
          {
            name: 'blocked',
            label: t('certificateDesk.certified.standing'),
            control: <Flag label={t('certificateDesk.certified.blockedOnly')} />,
          },
        ]}
        values={search}
        onSearch={(values) => void navigate({ search: values })}
      />
      <DataTable<Certified>
        name="workforce.certified"
        columns={columnsOf(t)}
        list={list}
        {...(edits ? { acts: { width: 96, of: (post: Certified) => <End post={post} /> } } : {})}
        empty={<EmptyState title={t('certificateDesk.certified.empty')} next={t('certificateDesk.certified.emptyNext')} />}
      />
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'workforce'>): DataColumn<Certified>[] {
  return [
    { id: 'name', title: t('certificateDesk.certified.worker'), width: 110, render: ({ name }) => name },
    { id: 'item', title: t('certificateDesk.certified.item'), width: 180, render: itemName },
    { id: 'standing', title: t('certificateDesk.certified.standing'), render: (post) => <Standing post={post} /> },
    { id: 'unit', title: t('certificateDesk.certified.unit'), width: 160, render: ({ unit }) => unit },
    { id: 'from', title: t('certificateDesk.certified.since'), width: 116, render: ({ from }) => from },
  ];
}

/** 停岗 with its reason, in the words of the gate. */
function Standing({ post }: { readonly post: Certified }) {
  const { t } = useTranslation('workforce');
  const { blocked, holds, code, onDate, overrideUntil } = post;
  if (holds) return <StatusTag tone="done">{t('certificateDesk.certified.ok')}</StatusTag>;
  const facts = { certificate: post.itemName, certificateEn: post.itemNameEn, on: onDate ?? '' };
  return (
    <span className="certificate-why">
      <StatusTag tone={blocked ? 'alert' : 'waiting'}>
        {blocked ? t('certificateDesk.certified.blocked') : t('certificateDesk.certified.lifted', { on: overrideUntil })}
      </StatusTag>
      <small>{objectionSentence({ code: code ?? 'workforce.certificate_missing', facts })}</small>
    </span>
  );
}

function End({ post }: { readonly post: Certified }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const end = useCertificateAct(endCertified);
  const act = async (reason: string) => {
    await end.mutateAsync({ certifiedPostId: post.id, reason });
    void message.success(t('certificateDesk.certified.ended'));
  };
  return (
    <ConfirmAct size="small" withReason ask={t('certificateDesk.certified.endAsk', { name: post.name, item: itemName(post) })} onAct={act}>
      {t('certificateDesk.certified.end')}
    </ConfirmAct>
  );
}
