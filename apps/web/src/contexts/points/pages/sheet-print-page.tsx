import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PrintOnly } from '../../../ui/print-only.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { useStored } from '../../../ui/use-stored.ts';
import { WallSheet } from '../components/wall-sheet.tsx';
import { pictureAddress, type SheetDetail, sheetQuery, useSheetFile } from '../sheet-queries.ts';
import '../components/sheets.css';

const route = getRouteApi('/desk/points/sheets/$id/print');

/** A sheet as it hangs on the wall, with the QR that answers whether it still holds. */
export function SheetPrintPage() {
  const { id } = route.useParams();
  return <Loaded query={useQuery(sheetQuery(id))}>{(sheet) => <Print sheet={sheet} />}</Loaded>;
}

function Print({ sheet }: { readonly sheet: SheetDetail }) {
  const { t } = useTranslation('points');
  const [origin] = useStored('plates.origin', globalThis.location.origin);
  const { evidenceId, code, number, issuedOn } = sheet;
  if (evidenceId === null || code === null || number === null || issuedOn === null)
    return <EmptyState heading title={t('desk.sheets.noPicture')} next={t('desk.sheets.noPictureNext')} />;
  const wall = (
    <WallSheet
      title={sheet.name}
      subtitle={[t(`sheetKinds.${sheet.kind}`), sheet.point ?? sheet.unit].join(' · ')}
      address={`${origin}/m/s/${code}`}
      stamp={t('desk.sheets.stamp', { number, on: issuedOn })}
    >
      <img className="wall-sheet__picture" src={pictureAddress(evidenceId, 'original')} alt={sheet.name} />
    </WallSheet>
  );
  const print = (
    <>
      {sheet.closedOn === null && <SheetFile sheetId={sheet.id} />}
      <Button type="primary" icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
        {t('desk.sheets.print')}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader title={sheet.name} lead={t('desk.sheets.printLead')} actions={print} />
      <div className="wall-sheet__preview">{wall}</div>
      <PrintOnly>{wall}</PrintOnly>
    </>
  );
}

/** The same sheet as a file of the server, for a printer's shop. */
function SheetFile({ sheetId }: { readonly sheetId: string }) {
  const { t } = useTranslation('points');
  const { message } = App.useApp();
  const { mutate, isPending } = useSheetFile(sheetId);
  return (
    <Button
      icon={<FilePdfOutlined />}
      loading={isPending}
      onClick={() => mutate(undefined, { onError: (error) => void message.error(sentenceOf(error)) })}
    >
      {t('desk.sheets.pdf')}
    </Button>
  );
}
