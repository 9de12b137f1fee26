import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type SchemeDetail, schemeQuery, schemesQuery } from '../queries.ts';
import { ComparePanel } from '../schemes/compare-panel.tsx';
import { SchemeActs } from '../schemes/scheme-acts.tsx';
import { SchemeBody, SchemeEditor } from '../schemes/scheme-body.tsx';
import { useScheme } from '../use-run.ts';
import { schemeName } from '../words.ts';
import '../assessments.css';
import '../schemes/schemes.css';

const route = getRouteApi('/desk/assessments/schemes/$code/$version');

/** One version of a scheme: read, compared with another, edited while it is a draft. */
export function SchemePage() {
  const { code, version } = route.useParams();
  const asked = useQuery(schemeQuery(code, Number(version)));
  return (
    <Loaded query={asked} rows={14}>
      {(found) => <Whole key={`${found.code} ${found.version}`} found={found} />}
    </Loaded>
  );
}

function Whole({ found }: { readonly found: SchemeDetail }) {
  const { compare } = route.useSearch();
  const [editing, setEditing] = useState(false);
  const { words } = useScheme(found);
  if (editing) {
    return (
      <>
        <Head found={found} />
        <SchemeEditor found={found} onDone={() => setEditing(false)} />
      </>
    );
  }
  return (
    <>
      <Head found={found} onEdit={() => setEditing(true)} />
      {compare !== undefined && <ComparePanel scheme={found.scheme} words={words} other={compare} />}
      <SchemeBody found={found} words={words} />
    </>
  );
}

/** Without `onEdit` nothing can be done but what the page itself offers. */
function Head({ found, onEdit }: { readonly found: SchemeDetail; readonly onEdit?: () => void }) {
  const { t } = useTranslation('assessments');
  const { data: schemes } = useQuery(schemesQuery());
  const versions = schemes?.items ?? [];
  const kinds = found.periodKinds.map((kind) => t(`periodKinds.${kind}`)).join('、');
  const since = found.effectiveFrom === null ? [] : [`${t('desk.schemes.effectiveFrom')} ${found.effectiveFrom}`];
  return (
    <PageHeader
      title={`${schemeName(found)} ${t('desk.version', { version: found.version })}`}
      aside={<StatusTag tone={found.stage === 'draft' ? 'waiting' : 'done'}>{t(`desk.schemes.stages.${found.stage}`)}</StatusTag>}
      lead={[kinds, ...since].join(' · ')}
      actions={
        onEdit !== undefined && (
          <>
            <CompareChoice found={found} versions={versions} />
            <SchemeActs found={found} versions={versions} onEdit={onEdit} />
          </>
        )
      }
    />
  );
}

type CompareChoiceProps = {
  readonly found: SchemeDetail;
  readonly versions: readonly { code: string; version: number; name: string | null }[];
};

function CompareChoice({ found, versions }: CompareChoiceProps) {
  const { t } = useTranslation('assessments');
  const { compare } = route.useSearch();
  const navigate = route.useNavigate();
  const others = versions.filter(({ code, version }) => code !== found.code || version !== found.version);
  if (others.length === 0) return null;
  return (
    <Select
      allowClear
      className="scheme-compare"
      popupMatchSelectWidth={false}
      aria-label={t('desk.scheme.compare')}
      placeholder={t('desk.scheme.compare')}
      value={compare ?? null}
      onChange={(chosen: string | null | undefined) => void navigate({ search: { compare: chosen ?? undefined } })}
      options={others.map((each) => ({
        value: `${each.code}@${each.version}`,
        label: `${schemeName(each)} ${t('desk.version', { version: each.version })}`,
      }))}
    />
  );
}
