import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { instantText } from '../../../ui/dates.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ImportState } from '../components/import-state.tsx';
import { ImportSteps } from '../components/import-steps.tsx';
import { ImportWork } from '../components/import-work.tsx';
import { type ImportDetail, importQuery } from '../queries.ts';
import '../imports.css';

const route = getRouteApi('/desk/imports/$id');

/** One batch: what was understood, what is asked, and bringing it in. Asked again every second while the worker has it. */
export function ImportPage() {
  const { id } = route.useParams();
  const batch = useQuery(importQuery(id));
  return (
    <div className="imports">
      <Loaded query={batch}>
        {(detail) => (
          <>
            <Head batch={detail} />
            <ImportWork batch={detail} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Head({ batch }: { readonly batch: ImportDetail }) {
  const { t } = useTranslation('imports');
  const { fileName, state, kind, unit, unitId, effectiveOn, opening, createdAt } = batch;
  const runs = mayAnywhere(useMe(), 'imports.run');
  const facts = [
    t(`desk.kinds.${kind}`),
    unit,
    ...(kind === 'units' ? [`${t('desk.effectiveOn')} ${effectiveOn}`] : []),
    ...(opening ? [`${t('desk.opening')} ${effectiveOn}`] : []),
    instantText(createdAt),
  ];
  return (
    <>
      <PageHeader
        title={fileName}
        aside={<ImportState state={state} />}
        lead={facts.join(' · ')}
        actions={
          runs && (
            <LinkButton to="/imports/new" search={{ kind, unit: unitId, ...(kind === 'units' ? { on: effectiveOn } : {}) }}>
              {t('desk.anew')}
            </LinkButton>
          )
        }
      />
      <ImportSteps at={stepOf(state)} done={state === 'done'} />
    </>
  );
}

function stepOf(state: ImportDetail['state']): 'upload' | 'check' | 'bring' {
  if (state === 'declared') return 'upload';
  return state === 'running' || state === 'done' ? 'bring' : 'check';
}
