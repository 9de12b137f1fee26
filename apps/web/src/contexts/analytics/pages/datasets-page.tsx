import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Menu } from 'antd';
import { useTranslation } from 'react-i18next';

import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { DatasetSheet } from '../components/dataset-sheet.tsx';
import { TokenNote } from '../components/token-note.tsx';
import { type CatalogueDataset, catalogueQuery } from '../queries.ts';

const route = getRouteApi('/desk/analytics');

/** 数据接口: what data there are, what each column means, and how a program or a spreadsheet fetches them. */
export function DatasetsPage() {
  const { t } = useTranslation('analytics');
  const catalogue = useQuery(catalogueQuery);
  const docs = (
    <Button href="/api/docs" target="_blank" rel="noreferrer">
      {t('desk.docs')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} actions={docs} />
      <TokenNote />
      <Loaded query={catalogue}>{({ items }) => <Catalogue items={items} />}</Loaded>
    </>
  );
}

function Catalogue({ items }: { readonly items: readonly CatalogueDataset[] }) {
  const { dataset } = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useTranslation('analytics');
  const shown = items.find(({ name }) => name === dataset) ?? items[0];
  if (shown === undefined) return null;
  return (
    <SplitPage
      aside={
        <nav aria-label={t('desk.datasets')}>
          <Menu
            className="panel panel--menu"
            selectedKeys={[shown.name]}
            items={items.map(({ name, title }) => ({ key: name, label: title }))}
            onClick={({ key }) => void navigate({ search: { dataset: items.find(({ name }) => name === key)?.name } })}
          />
        </nav>
      }
    >
      <DatasetSheet key={shown.name} dataset={shown} />
    </SplitPage>
  );
}
